package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.BlobStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Blobs in a database, of either kind. */
class SqlBlobsTest {

    abstract static class Contract extends BlobStoreContract {

        private DataSource source;

        abstract DataSource database() throws SQLException;

        @Override
        protected BlobStore store() {
            try {
                source = database();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return Registries.blobsIn(source);
        }

        @Override
        protected boolean alter(String digest) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE mlops_blob SET content = '1' WHERE digest = '" + digest + "'")
                        == 1;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void whatIsPutAsideIsKept() throws SQLException {
            BlobStore store = store();
            BundleContent content = BundleContent.of(new byte[] {1, 2, 3});
            store.put(content);
            String digest = content.digest();
            alter(digest);
            store.quarantine(digest);

            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet kept = statement.executeQuery("SELECT digest, content FROM mlops_blob_quarantine")) {
                assertThat(kept.next()).isTrue();
                assertThat(kept.getString(1)).isEqualTo(digest);
                assertThat(kept.getBytes(2)).containsExactly('1');
                assertThat(kept.next()).isFalse();
            }
        }

        @Test
        void theRegistryMayLieBesideThem() {
            BlobStore store = store();
            BundleContent content = BundleContent.of(new byte[] {1});
            for (int i = 0; i < 2; i++) {
                store.put(content);
                assertThat(Registries.blobsIn(source).get(content.digest())).contains(content);
            }
        }
    }

    @Nested
    class InPostgres extends Contract {

        @Override
        DataSource database() throws SQLException {
            return Postgres.dataSource(Postgres.emptySchema());
        }
    }

    @Nested
    class InSqlite extends Contract {

        @TempDir
        private Path folder;

        private int databases;

        @Override
        DataSource database() {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + folder.resolve("blobs-" + ++databases + ".db"));
            return source;
        }
    }

    @Test
    void aRegistryInPostgresKeepsItsBundlesThereToo() throws SQLException {
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        try (ModelRegistry registry = Registries.sql(source, Registries.blobsIn(source))) {
            Given.history(registry);
        }
        try (ModelRegistry registry = Registries.sql(source, Registries.blobsIn(source));
                Upkeep upkeep = Registries.upkeep(source, Registries.blobsIn(source))) {
            assertThat(registry.content(registry.version(Given.MODEL, 2))).isEqualTo(Given.bundle("bundle 2"));
            assertThat(upkeep.check().sound()).isTrue();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsReportedWithoutItsAddress() throws SQLException {
        CountedConnections source = new CountedConnections(Postgres.dataSource(Postgres.emptySchema()));
        source.fail(1);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Registries.blobsIn(source))
                .withMessageContaining("SQLState 08001")
                .withMessageNotContaining("hunter2");
    }
}
