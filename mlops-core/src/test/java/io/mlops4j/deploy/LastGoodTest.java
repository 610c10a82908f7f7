package io.mlops4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start without the registry. */
@Tag("F16")
class LastGoodTest {

    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");

    private final Kit kit = new Kit();

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void folder() {
        folder = parent.resolve("last-good");
    }

    private Deployment<Penguin, Classification> open() {
        return kit.builder().keepLastGoodIn(folder).open();
    }

    private void openOnce() {
        kit.champion(Versions.compiled(0));
        open().close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Path file() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    @Test
    void aDeploymentStartsWithItsCopyAndSaysThatItIsStale() {
        openOnce();
        Instant kept = kit.clock.instant();
        kit.pass(Duration.ofHours(2));
        kit.registry.down(true);
        kit.events.clear();

        try (Deployment<Penguin, Classification> live = open()) {
            assertThat(Kit.gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));
            assertThat(live.status().champion().version()).isEqualTo(1);
            assertThat(live.status().staleSince()).contains(kept);
            assertThat(live.status().registryError())
                    .hasValueSatisfying(error -> assertThat(error).contains("down"));
            assertThat(kit.events.events(LifecycleEvent.StartedFromCopy.class))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.version()).isEqualTo(1);
                        assertThat(event.keptAt()).isEqualTo(kept);
                        assertThat(event.reason()).contains("down");
                    });
            assertThat(live.status().receipts())
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.reason()).isEqualTo("the copy that was kept at " + kept));
        }
    }

    @Test
    void itIsTriedAgainUntilItIsFresh() {
        openOnce();
        kit.registry.down(true);
        try (Deployment<Penguin, Classification> live = open()) {
            live.refresh();
            assertThat(live.status().staleSince()).isPresent();
            kit.registry.down(false);
            live.refresh();
            assertThat(live.status().staleSince()).isEmpty();
            assertThat(kit.registry.reads()).as("its copy is the same version").isEqualTo(2);

            kit.champion(Versions.compiled(1));
            live.refresh();
            assertThat(live.status().champion().version()).isEqualTo(2);
        }
        kit.registry.down(true);
        try (Deployment<Penguin, Classification> live = open()) {
            assertThat(live.status().champion().version())
                    .as("the copy followed")
                    .isEqualTo(2);
        }
    }

    @Test
    void isStaleSinceTheRegistryWasAskedLast() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            assertThat(live.status().staleSince()).isEmpty();
            Instant asked = kit.clock.instant();
            kit.pass(Duration.ofDays(400));
            kit.registry.down(true);
            live.refresh();
            assertThat(live.status().staleSince()).contains(asked);
            assertThat(Kit.gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));
        }
    }

    @Test
    void withoutACopyItFailsFastAndSaysWhy() {
        kit.champion(Versions.compiled(0));
        kit.registry.down(true);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::open)
                .withMessageContaining("penguins")
                .withMessageContaining("champion")
                .withMessageContaining("The registry is down.")
                .withMessageContaining("there is none");
        assertThatThrownBy(() -> kit.builder().open()).hasMessage("The registry is down.");
    }

    @Test
    void whatTheRegistryAnswersIsNotOverruled() {
        openOnce();
        kit.point(Alias.CHAMPION, OptionalInt.empty());
        assertThatThrownBy(this::open).isInstanceOf(NotFoundException.class);
    }

    @Test
    @Tag("F17")
    @Tag("F06")
    void aVersionThatCannotBeLoadedLeavesTheCopyLive() {
        openOnce();
        kit.champion(Versions.untrue(1));
        try (Deployment<Penguin, Classification> live = open()) {
            assertThat(live.status().champion().version()).isEqualTo(1);
            assertThat(live.status().failures()).singleElement().satisfies(failure -> {
                assertThat(failure.version()).isEqualTo(2);
                assertThat(failure.step()).isEqualTo("golden rows");
            });
            kit.registry.replace(2, Versions.compiled(1).content());
        }
        kit.registry.replace(1, BundleContent.of(new byte[] {1}));
        kit.point(Alias.CHAMPION, OptionalInt.of(1));
        try (Deployment<Penguin, Classification> live = open()) {
            assertThat(Kit.gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));
        }
    }

    @Test
    void aFixedVersionHasACopyToo() {
        kit.registry.add(Versions.compiled(0));
        kit.builder().version(1).keepLastGoodIn(folder).open().close();
        kit.registry.down(true);
        try (Deployment<Penguin, Classification> live =
                kit.builder().version(1).keepLastGoodIn(folder).open()) {
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
        }
    }

    @Test
    @Tag("T03")
    void everyAlteredByteIsRefusedAndTreatedAsAbsent() throws IOException {
        openOnce();
        Path file = file();
        byte[] bytes = Files.readAllBytes(file);
        LastGood copies = new LastGood(folder);
        for (int at = 0; at < bytes.length; at++) {
            if (at > 400 && at % 97 != 0) {
                continue; // every byte of the head, and many of the bundle
            }
            bytes[at] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> copies.find(Kit.MODEL, Alias.CHAMPION))
                    .isInstanceOf(CorruptArtifactException.class);
            bytes[at] ^= 1;
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        kit.registry.down(true);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::open)
                .withMessageContaining("The registry is down.")
                .withMessageContaining("its bytes do not have the SHA-256 that it names");
        Files.write(file, new byte[0]);
        assertThatThrownBy(this::open).hasMessageContaining("it is not a copy of this format");
    }

    @Test
    @Tag("T03")
    void theCopyOfAnotherNameIsRefused() throws IOException {
        openOnce();
        Path champion = file();
        byte[] bytes = Files.readAllBytes(champion);
        LastGood copies = new LastGood(folder);
        copies.keep(Kit.MODEL, "eu", new LastGood.Copy(7, THEN, BundleContent.of(new byte[] {1})));
        Path eu = files().stream()
                .filter(file -> !file.equals(champion))
                .findFirst()
                .orElseThrow();
        Files.write(eu, bytes);
        assertThatThrownBy(() -> copies.find(Kit.MODEL, "eu")).hasMessageContaining("the copy of something else");
    }

    @Test
    @Tag("T03")
    void aForgedCopyGoesWhenTheRegistryAnswers() {
        openOnce();
        new LastGood(folder)
                .keep(
                        Kit.MODEL,
                        Alias.CHAMPION,
                        new LastGood.Copy(1, THEN, Versions.compiled(3).content()));
        kit.registry.down(true);
        try (Deployment<Penguin, Classification> live = open();
                ModelStore<Penguin, Classification> store =
                        kit.store().keepLastGoodIn(folder).open()) {
            assertThat(Kit.gentoo(live)).as("nobody can know").isEqualTo(Versions.probability(3, Kit.GENTOO));
            assertThat(gentoo(store)).isEqualTo(Versions.probability(3, Kit.GENTOO));
            kit.registry.down(false);
            live.refresh();
            store.refresh();
            assertThat(Kit.gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));
            assertThat(gentoo(store)).isEqualTo(Versions.probability(0, Kit.GENTOO));
        }
    }

    private static double gentoo(ModelStore<Penguin, Classification> store) {
        return store.champion(Kit.MODEL).predict(Kit.GENTOO).probability("Gentoo");
    }

    @Test
    void aStoreStartsWithItsCopies() {
        kit.champion(Versions.compiled(0));
        try (ModelStore<Penguin, Classification> store =
                kit.store().keepLastGoodIn(folder).open()) {
            store.champion(Kit.MODEL);
        }
        kit.registry.down(true);
        try (ModelStore<Penguin, Classification> store =
                kit.store().keepLastGoodIn(folder).open()) {
            assertThat(gentoo(store)).isEqualTo(Versions.probability(0, Kit.GENTOO));
            assertThat(store.troubles()).singleElement().asString().contains("The registry is down.");
            assertThat(kit.events.events(LifecycleEvent.StartedFromCopy.class)).hasSize(1);
            kit.registry.down(false);
            store.refresh();
            assertThat(store.troubles()).isEmpty();
            assertThatThrownBy(() -> store.alias(Kit.MODEL, "eu")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aStoreLoadsAModelAgainFromItsCopyIfTheRegistryIsDown() {
        long size = Versions.compiled(0).content().size();
        kit.champion(Versions.compiled(0));
        kit.registry.add(Versions.compiled(1));
        try (ModelStore<Penguin, Classification> store =
                kit.store().keepLastGoodIn(folder).limit(size + size / 2).open()) {
            store.champion(Kit.MODEL);
            store.version(Kit.MODEL, 2);
            assertThat(store.counts().evictions()).isEqualTo(1);
            kit.registry.down(true);
            assertThat(gentoo(store)).isEqualTo(Versions.probability(0, Kit.GENTOO));
            assertThatThrownBy(() -> store.version(Kit.MODEL, 2)).hasMessage("The registry is down.");
        }
    }

    @Test
    void theFolderHoldsTheLatestHundred() throws IOException {
        LastGood copies = new LastGood(folder);
        for (int i = 0; i < LastGood.MOST + 5; i++) {
            copies.keep("model" + i, Alias.CHAMPION, new LastGood.Copy(1, THEN, BundleContent.of(new byte[] {1})));
            copies.keep("model" + i, Alias.CHAMPION, new LastGood.Copy(2, THEN, BundleContent.of(new byte[] {2})));
        }
        assertThat(files()).hasSize(LastGood.MOST);
        assertThat(copies.find("model" + (LastGood.MOST + 4), Alias.CHAMPION))
                .hasValueSatisfying(copy -> assertThat(copy.version()).isEqualTo(2));
    }

    @Test
    @Tag("T25")
    void folderAndFilesAreItsOwnersAlone() throws IOException {
        openOnce();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    @Tag("F03")
    void aFolderThatCannotBeUsedIsNamedAtOnceAndACopyThatCannotBeKeptDisturbsNobody() throws IOException {
        Path plain = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> kit.builder().keepLastGoodIn(plain))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("file");
        kit.champion(Versions.compiled(0));
        DeploymentBuilder<Penguin, Classification> builder = kit.builder().keepLastGoodIn(folder);
        Files.delete(folder);
        try (Deployment<Penguin, Classification> live = builder.open()) {
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            Files.createDirectory(folder);
            live.refresh();
            assertThat(files()).as("it is tried again").hasSize(1);
        }
    }
}
