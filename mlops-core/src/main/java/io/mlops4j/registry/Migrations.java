package io.mlops4j.registry;

import io.mlops4j.api.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Brings the tables of a database to the version that this library knows, all steps in one transaction. */
final class Migrations {

    /** The files {@code schema-n.sql} in their order. */
    private static final List<Integer> STEPS = List.of(1, 2, 3);

    /** The last of them. */
    static final int NEWEST = STEPS.get(STEPS.size() - 1);

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

    private final Database database;
    private final InstantSource clock;
    private final List<Integer> steps;

    Migrations(Database database, InstantSource clock) {
        this(database, clock, STEPS);
    }

    /** As a library does that knows only some steps. */
    Migrations(Database database, InstantSource clock, List<Integer> steps) {
        this.database = database;
        this.clock = clock;
        this.steps = steps;
    }

    /** The steps that lead to a schema. */
    static List<Integer> upTo(int schema) {
        return STEPS.stream().filter(step -> step <= schema).toList();
    }

    private int newest() {
        return steps.get(steps.size() - 1);
    }

    void run() {
        int present = database.read("find its schema", this::version);
        if (present < newest()) {
            database.write("bring its schema to version " + newest(), handle -> {
                database.dialect().lockTables(handle);
                migrate(handle);
                return newest();
            });
        }
    }

    private void migrate(Handle handle) {
        handle.execute(
                "CREATE TABLE IF NOT EXISTS mlops_schema (version INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL)");
        int present = version(handle);
        for (int next : steps) {
            if (next <= present) {
                continue;
            }
            statements(next).forEach(handle::execute);
            handle.createUpdate("INSERT INTO mlops_schema (version, applied_at) VALUES (:version, :at)")
                    .bind("version", next)
                    .bind("at", EpochNanos.of(clock.instant()))
                    .execute();
        }
    }

    private int version(Handle handle) {
        if (!database.dialect().hasTables(handle)) {
            return 0;
        }
        int version = handle.createQuery("SELECT coalesce(max(version), 0) FROM mlops_schema")
                .mapTo(Integer.class)
                .one();
        if (version > newest()) {
            throw new StorageException("Registry " + database.place() + ": its tables are of version " + version
                    + ", this library knows versions up to " + newest()
                    + ". Use a newer version of the library; nothing was changed.");
        }
        return version;
    }

    /** The statements of one step. */
    static List<String> statements(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the library.");
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(COMMENT.matcher(script).replaceAll("").split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read.", e);
        }
    }
}
