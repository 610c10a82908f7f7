package io.mlops4j.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL, started with the first test that needs it and stopped with the JVM; each test has its own schema. */
final class Postgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Postgres() {}

    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The name of a schema that is empty. */
    static String emptySchema() throws SQLException {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return schema;
    }

    static DataSource dataSource(String schema) {
        return Server.RUNNING.getDatabase("postgres", "postgres", Map.of("currentSchema", schema));
    }

    /** For a process of its own. */
    static String url(String schema) {
        return Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }
}
