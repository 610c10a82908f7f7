package io.mlops4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.registry.Backup;
import io.mlops4j.registry.Backups;
import io.mlops4j.registry.Checkup;
import io.mlops4j.registry.Registries;
import io.mlops4j.registry.Sweep;
import io.mlops4j.registry.Transfer;
import io.mlops4j.registry.Transfers;
import io.mlops4j.registry.Upkeep;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md shows. */
class OperationsSnippetsTest {

    private static final BundleContent BUNDLE = BundleContent.of(new byte[] {1, 2, 3});

    @Test
    void goesThroughADayOfOperations(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        ModelVersion version = registered(home);
        // snippet: check
        try (Upkeep upkeep = Registries.upkeep(home)) { // also while services use the home
            Checkup checkup = upkeep.check();
            System.out.println(checkup); // 1 sound bundles (3 bytes), 0 of them needless; rotten: []; …
            if (!checkup.sound()) {
                throw new IllegalStateException(checkup.toString()); // wake somebody
            }
        }
        // end: check
        // snippet: sweep
        try (Upkeep upkeep = Registries.upkeep(home)) {
            Sweep sweep = upkeep.sweep(); // what was needless for seven days
            System.out.println(sweep); // 1 blobs kept, 0 condemned, 0 deleted (0 bytes)
        }
        // end: sweep
        // snippet: backup
        Backup backup = Backups.write(home, folder.resolve("backup-2026-01-31")); // a new folder each time
        System.out.println(backup); // 1 bundles (3 bytes), 1 rows in the audit, the last one 9f2c…
        // end: backup
        assertThat(backup.bundles()).isEqualTo(1);
        // snippet: restore
        Backups.restore(folder.resolve("backup-2026-01-31"), folder.resolve("restored"));
        // end: restore
        Files.write(only(home.resolve("blobs/sha256")), new byte[] {9});
        BundleContent goodCopy;
        try (ModelRegistry restored = Registries.embedded(folder.resolve("restored"))) {
            goodCopy = restored.content(version);
        }
        // snippet: heal
        try (Upkeep upkeep = Registries.upkeep(home)) {
            Checkup checkup = upkeep.check(); // puts rotten bundles aside, into blobs/quarantine
            System.out.println(checkup.rotten()); // [blob 039058c6… of penguin-species v1]
            upkeep.putBack(goodCopy); // from a backup, another home, a build that is kept
        }
        // end: heal
        try (Upkeep upkeep = Registries.upkeep(home)) {
            assertThat(upkeep.check().sound()).isTrue();
        }
    }

    @Test
    void carriesAWholeRegistry(@TempDir Path folder) throws IOException {
        registered(folder.resolve("home"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                ModelRegistry shared = all(server.getPostgresDatabase())) {
            Path file = folder.resolve("2026-01-31.transfer");
            // snippet: transfer
            try (ModelRegistry embedded = Registries.embedded(folder.resolve("home"))) {
                Transfer transfer = Transfers.exportAll(embedded, file); // a new file each time
                System.out.println(transfer); // 1 versions with 1 bundles (3 bytes), 1 rows in the audit, …
            }
            Transfers.importAll(file, shared); // into a registry that knows nothing yet
            // end: transfer
            assertThat(shared.models()).containsExactly("penguin-species");
            assertThat(shared.verify().intact()).isTrue();
        }
    }

    private static ModelVersion registered(Path home) {
        Verdict verdict = new Verdict.Approved(List.of(new Finding("accuracy at least 0.3", true, "accuracy 0.7")));
        try (ModelRegistry registry = Registries.embedded(home)) {
            return registry.register(new Registration(
                    "penguin-species", BUNDLE, verdict, Decision.by("nightly build", "retrained"), Optional.empty()));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    // snippet: database
    static ModelRegistry all(javax.sql.DataSource postgres) {
        return Registries.sql(postgres, Registries.blobsIn(postgres)); // rows and bundles in one database
    }
    // end: database
}
