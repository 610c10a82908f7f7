package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables have a version of their own. */
@Tag("F05")
@Tag("F13")
class SchemaVersionTest {

    private static final String NEWER = "INSERT INTO mlops_schema (version, applied_at) VALUES (17, 0)";

    @TempDir
    private Path home;

    @Test
    void tablesOfANewerLibraryAreRefusedInAHome() throws SQLException {
        Registries.embedded(home).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(NEWER);
        }

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Registries.embedded(home))
                .withMessageContaining(home.resolve("registry.db").toString())
                .withMessageContaining("its tables are of version 17, this library knows versions up to 2");
    }

    @Test
    void tablesOfANewerLibraryAreRefusedInPostgres() throws SQLException {
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        BlobStore blobs = Registries.blobsInMemory();
        Registries.sql(source, blobs).close();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(NEWER);
        }

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Registries.sql(source, blobs))
                .withMessageContaining("version 17, this library knows versions up to 2");
    }

    @Test
    void severalThatOpenAtOnceMakeTheTablesOnce() throws Exception {
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        List<Callable<ModelRegistry>> postgres = Stream.<Callable<ModelRegistry>>generate(
                        () -> () -> Registries.sql(source, Registries.blobsInMemory()))
                .limit(4)
                .toList();
        List<Callable<ModelRegistry>> sqlite = Stream.<Callable<ModelRegistry>>generate(
                        () -> () -> Registries.embedded(home))
                .limit(4)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (List<Callable<ModelRegistry>> openings : List.of(postgres, sqlite)) {
                for (Future<ModelRegistry> opened : threads.invokeAll(openings)) {
                    try (ModelRegistry registry = opened.get()) {
                        assertThat(registry.models()).isEmpty();
                    }
                }
            }
        } finally {
            threads.shutdown();
        }
    }
}
