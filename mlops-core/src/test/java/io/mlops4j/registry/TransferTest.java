package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.environment.Environment;
import io.mlops4j.storage.TarWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole registry in one file, and out of it again. */
class TransferTest {

    private static final Decision CIA = Decision.by("cia", "after the move");
    private static final Environment NOON = Given.environment(() -> Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("all.transfer");
    }

    /** A home in which everything that can be decided was decided once. */
    private ModelRegistry governed() throws IOException, URISyntaxException {
        return Registries.embedded(KeptFixture.copy("registry-schema-3/home", folder.resolve("home")), NOON);
    }

    private ModelRegistry postgres() throws SQLException {
        DataSource database = Postgres.dataSource(Postgres.emptySchema());
        return Registries.sql(database, Registries.blobsIn(database), NOON);
    }

    /** All that a registry says of itself. */
    private record Said(
            List<String> models, List<ModelVersion> versions, List<AliasMove> moves, List<AuditEntry> audit) {

        static Said by(ModelRegistry registry) {
            List<AliasMove> moves = new ArrayList<>();
            List<AuditEntry> audit = new ArrayList<>();
            for (String model : registry.models()) {
                moves.addAll(registry.history(model, Alias.CHAMPION));
                moves.addAll(registry.history(model, Alias.CHALLENGER));
                audit.addAll(registry.audit(model));
            }
            return new Said(registry.models(), registry.find(VersionQuery.all()).items(), moves, audit);
        }
    }

    @Test
    void goesFromSqliteToPostgresAndBackAndIsTheSame() throws Exception {
        Path again = folder.resolve("again.transfer");
        try (ModelRegistry sqlite = governed();
                ModelRegistry postgres = postgres();
                ModelRegistry back = Registries.embedded(folder.resolve("back"), NOON)) {
            Said said = Said.by(sqlite);

            Transfer out = Transfers.exportAll(sqlite, file);
            Transfer in = Transfers.importAll(file, postgres);

            assertThat(out).isEqualTo(in);
            assertThat(out.versions()).isEqualTo(3);
            assertThat(out.bundles()).isEqualTo(3);
            assertThat(Said.by(postgres)).isEqualTo(said);
            assertThat(postgres.verify()).isEqualTo(sqlite.verify());
            assertThat(postgres.verify().intact()).isTrue();

            Transfers.exportAll(postgres, again);
            Transfers.importAll(again, back);

            assertThat(again).hasSameBinaryContentAs(file);
            assertThat(Said.by(back)).isEqualTo(said);
            assertThat(back.content(back.version("penguins", 1)).digest())
                    .isEqualTo(sqlite.version("penguins", 1).digest());
        }
    }

    @Test
    void whatWasCarriedGoesOn() throws Exception {
        try (ModelRegistry sqlite = governed();
                ModelRegistry postgres = postgres()) {
            Transfers.exportAll(sqlite, file);
            Transfers.importAll(file, postgres);

            postgres.move("penguins", Alias.CHAMPION, OptionalInt.of(1), OptionalInt.empty(), CIA);
            postgres.move("penguins", Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), CIA);
            postgres.tag("penguins", 1, "moved", Optional.of("yes"), CIA);
            assertThat(postgres.register(Given.registration("new")).number()).isEqualTo(1);
            assertThat(postgres.find(VersionQuery.all().tagged("moved", "yes")).items())
                    .hasSize(1);
            assertThat(postgres.verify().intact()).isTrue();
        }
    }

    @Test
    @Tag("T04")
    void aFileOfFormat1IsImportedFromNowOn() throws Exception {
        Path kept = KeptFixture.path("transfer-format-1/governed.transfer");
        try (ModelRegistry sqlite = governed();
                ModelRegistry filled = Registries.inMemory(NOON)) {
            Transfers.importAll(kept, filled);

            assertThat(Said.by(filled)).isEqualTo(Said.by(sqlite));
        }
    }

    @Test
    @Tag("T04")
    void aFileOfASchemaThatIsNotKnownIsRefusedWithBothVersions() throws Exception {
        for (int schema : new int[] {999, 0, -1}) {
            byte[] header = ("{\"format\":1,\"schema\":" + schema + "}").getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = Files.newOutputStream(file);
                    ModelRegistry empty = Registries.inMemory()) {
                TarWriter tar = new TarWriter(out);
                tar.entry("transfer.json", header.length, to -> to.write(header));
                tar.end();

                assertThatThrownBy(() -> Transfers.importAll(file, empty))
                        .isInstanceOf(CorruptArtifactException.class)
                        .hasMessageContaining("schema " + schema)
                        .hasMessageContaining("schemas up to " + Migrations.NEWEST);
            }
        }
    }

    @Test
    @Tag("T01")
    void aPartThatNoTransferFileHasIsRefusedByItsName() throws Exception {
        byte[] header = ("{\"format\":1,\"schema\":" + Migrations.NEWEST + "}").getBytes(StandardCharsets.UTF_8);
        for (String name :
                List.of("../evil", "/etc/passwd", "rows/mlops_schema/1", "rows/x; DROP TABLE y/1", "blobs/x")) {
            try (OutputStream out = Files.newOutputStream(file);
                    ModelRegistry empty = Registries.inMemory()) {
                TarWriter tar = new TarWriter(out);
                tar.entry("transfer.json", header.length, to -> to.write(header));
                tar.entry(name, 0, to -> {});
                tar.end();

                assertThatThrownBy(() -> Transfers.importAll(file, empty))
                        .isInstanceOf(CorruptArtifactException.class)
                        .hasMessageContaining("'" + name + "'");
            }
        }
    }

    @Test
    void anEmptyRegistryCanBeCarriedToo() {
        try (ModelRegistry from = Registries.inMemory();
                ModelRegistry to = Registries.inMemory()) {
            assertThat(Transfers.exportAll(from, file).versions()).isZero();
            assertThat(Transfers.importAll(file, to).entries()).isZero();
            assertThat(to.register(Given.registration("first")).number()).isEqualTo(1);
            assertThat(to.verify().intact()).isTrue();
        }
    }

    @Test
    void aRegistryThatKnowsSomethingIsNotImportedInto() throws Exception {
        try (ModelRegistry sqlite = governed();
                ModelRegistry used = Registries.inMemory()) {
            Transfers.exportAll(sqlite, file);
            used.register(Given.registration("mine"));
            Said before = Said.by(used);

            assertThatThrownBy(() -> Transfers.importAll(file, used))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("is not empty");
            assertThat(Said.by(used)).isEqualTo(before);
        }
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws Exception {
        Files.writeString(file, "mine");
        try (ModelRegistry sqlite = governed()) {
            assertThatThrownBy(() -> Transfers.exportAll(sqlite, file))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is there already");
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void aRegistryThatHasLostABundleIsNotExported() throws Exception {
        BlobStore blobs = Registries.blobsInMemory();
        DataSource database = Postgres.dataSource(Postgres.emptySchema());
        try (ModelRegistry registry = Registries.sql(database, blobs, NOON)) {
            Given.history(registry);
            blobs.delete(registry.version(Given.MODEL, 2).digest());

            assertThatThrownBy(() -> Transfers.exportAll(registry, file))
                    .isInstanceOf(CorruptArtifactException.class)
                    .hasMessageContaining("is missing");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    @Tag("T02")
    @Tag("T03")
    void whateverIsAlteredOrCutOffIsRefusedAndNothingIsImported() throws Exception {
        try (ModelRegistry sqlite = governed()) {
            Transfers.exportAll(sqlite, file);
        }
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = sound.clone();
            int at = random.nextInt(damaged.length);
            if (round % 4 == 0) {
                damaged = Arrays.copyOf(damaged, at);
            } else {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            refused(damaged, "byte " + at + " in round " + round);
        }
        refused(Arrays.copyOf(sound, sound.length + 512), "something behind the end");
        refused(new byte[0], "nothing");
    }

    private void refused(byte[] damaged, String what) throws IOException {
        Path other = Files.write(folder.resolve("damaged.transfer"), damaged);
        try (BlobStore blobs = Registries.blobsInMemory();
                ModelRegistry empty = Registries.sqlite(SqliteConnections.inMemory(), "in memory", blobs, NOON)) {
            assertThatThrownBy(() -> Transfers.importAll(other, empty))
                    .as(what)
                    .isInstanceOf(CorruptArtifactException.class);
            assertThat(empty.models()).as(what).isEmpty();
            assertThat(blobs.list()).as(what).isEmpty();
        }
    }

    @Test
    void everyTableIsCarriedOrLeftOnPurpose() {
        try (Database scratch = Registries.scratch(NOON)) {
            new Migrations(scratch, NOON.clock()).run();
            List<String> tables = scratch.query(
                    "list its tables",
                    handle -> handle.createQuery(
                                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mlops%'")
                            .mapTo(String.class)
                            .list());
            assertThat(Stream.concat(CarriedTable.ALL.stream(), CarriedTable.LEFT.stream()))
                    .containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    @Test
    void somebodyElsesRegistryIsRefused() {
        try (ModelRegistry other = BlindRegistry.over(Registries.inMemory())) {
            assertThatThrownBy(() -> Transfers.exportAll(other, file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Only a registry of this library");
        }
    }
}
