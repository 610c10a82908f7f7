package io.mlops4j;

import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Promotion;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.registry.Transfers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of one registry becomes one of another. */
class VersionImportTest {

    private static final Decision ANNA = Decision.by("anna", "she looked at it");
    private static final Decision CIA = Decision.by("cia", "brought from the laboratory");
    private static final String MODEL = "penguins";

    @TempDir
    private Path folder;

    private Mlops there;
    private Mlops here;
    private Path file;

    @BeforeEach
    void open() {
        there = Mlops.open(folder.resolve("there"));
        here = Mlops.open(folder.resolve("here"));
        file = folder.resolve("penguins-v1.version");
    }

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    @SafeVarargs
    private final ModelVersion registered(Mlops mlops, Criterion<Classification>... criteria) {
        return mlops.register(
                mlops.run(PenguinRows.prepared().require(criteria).build()),
                Origin.NONE.run("run 17").commit("17cd0e3"),
                ANNA);
    }

    @Test
    void getsTheNextNumberWaitsForAnApprovalAndSaysWhereItWas() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ModelVersion version = registered(there, accuracy().atLeast(0.9));
        BundleSignature signature = BundleSignature.sign(version.digest(), keys.getPrivate(), keys.getPublic());
        there.registry().sign(MODEL, 1, signature, ANNA);
        there.registry().tag(MODEL, 1, "team", Optional.of("birds"), ANNA);
        version = there.registry().approve(MODEL, 1, ANNA);
        registered(here, accuracy().atLeast(0.5));
        Transfers.exportVersion(there.registry(), version, file);

        ModelVersion imported = here.importVersion(file, CIA);

        assertThat(imported.number()).isEqualTo(2);
        assertThat(imported.digest()).isEqualTo(version.digest());
        assertThat(imported.facts()).isEqualTo(version.facts());
        assertThat(imported.verdict()).isEqualTo(version.verdict());
        assertThat(imported.approval()).isInstanceOf(Approval.Pending.class);
        assertThat(imported.registeredBy()).isEqualTo("cia");
        assertThat(imported.tags()).containsEntry("team", "birds");
        assertThat(imported.state().signatures()).containsExactly(signature);
        assertThat(imported.origin().run()).contains("run 17");
        Origin.Imported from = imported.origin().imported().orElseThrow();
        assertThat(from.version()).isEqualTo(1);
        assertThat(from.registeredBy()).isEqualTo("anna");
        assertThat(from.approval())
                .isInstanceOfSatisfying(
                        Approval.Approved.class,
                        approved -> assertThat(approved.decision()).isEqualTo(ANNA));
        assertThat(from.row()).isEqualTo(there.registry().audit(MODEL).get(0).hash());
        assertThat(here.registry().version(MODEL, 2)).isEqualTo(imported);
        assertThat(here.registry().verify().intact()).isTrue();
        assertThat(here.bundle(imported).digest()).isEqualTo(version.digest());
    }

    @Test
    @Tag("F09")
    void theSameFileASecondTimeGivesTheSameVersion() {
        Transfers.exportVersion(there.registry(), registered(there, accuracy().atLeast(0.9)), file);

        ModelVersion first = here.importVersion(file, CIA);
        long rows = here.registry().verify().entries();

        assertThat(here.importVersion(file, CIA)).isEqualTo(first);
        assertThat(here.registry().verify().entries()).isEqualTo(rows);
    }

    @Test
    void whatItWasComparedWithThereIsNoChampionHere() {
        ModelVersion version = registered(there, accuracy().atLeast(0.9), rocAuc().noWorseThanChampion(0.01));
        Transfers.exportVersion(there.registry(), version, file);
        ModelVersion imported = here.importVersion(file, CIA);
        here.registry().approve(MODEL, 1, CIA);

        Promotion promotion = here.promote(imported, Alias.CHAMPION, CIA);

        assertThat(promotion)
                .isInstanceOfSatisfying(
                        Promotion.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::toString)
                                .anyMatch(reason -> reason.contains("of another registry")));
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws Exception {
        Files.writeString(file, "mine");
        ModelVersion version = registered(there, accuracy().atLeast(0.9));

        assertThatThrownBy(() -> Transfers.exportVersion(there.registry(), version, file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is there already");
        assertThat(file).hasContent("mine");
    }

    @Test
    @Tag("T02")
    @Tag("T03")
    void whateverIsAlteredOrCutOffIsRefusedAndNothingIsImported() throws Exception {
        Transfers.exportVersion(there.registry(), registered(there, accuracy().atLeast(0.9)), file);
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int at = random.nextInt(sound.length);
            byte[] damaged = round % 4 == 0 ? Arrays.copyOf(sound, at) : sound.clone();
            if (at < damaged.length) {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            Path other = Files.write(folder.resolve("damaged.version"), damaged);
            assertThatThrownBy(() -> here.importVersion(other, CIA))
                    .as("byte %d in round %d", at, round)
                    .isInstanceOf(CorruptArtifactException.class);
        }
        assertThat(here.registry().models()).isEmpty();
    }

    @Test
    void aWholeRegistryIsNoVersionAndAVersionNoRegistry() {
        ModelVersion version = registered(there, accuracy().atLeast(0.9));
        Path whole = folder.resolve("all.transfer");
        Transfers.exportAll(there.registry(), whole);
        Transfers.exportVersion(there.registry(), version, file);

        assertThatThrownBy(() -> here.importVersion(whole, CIA))
                .isInstanceOf(CorruptArtifactException.class)
                .hasMessageContaining("'transfer.json'");
        assertThatThrownBy(() -> Transfers.importAll(file, here.registry()))
                .isInstanceOf(CorruptArtifactException.class)
                .hasMessageContaining("transfer.json");
    }
}
