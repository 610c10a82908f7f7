package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.environment.Environment;
import io.mlops4j.registry.TransferParts.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty registry from a transfer file, which is read twice. First its rows go into a database in memory, of the
 * schema that the file has, which is then brought up to date and examined as any registry would be. Only when all of it is
 * sound are the bundles stored, and then the rows written, in one transaction.
 */
final class TransferReading {

    private final TransferFile file;
    private final Path path;
    private final SqlRegistry registry;
    private final Environment environment;
    private final Set<String> blobs = new HashSet<>();
    private long bytes;

    TransferReading(Path path, SqlRegistry registry) {
        this.path = path;
        this.file = new TransferFile(path);
        this.registry = registry;
        this.environment = registry.environment();
    }

    Transfer run() {
        registry.database().read("see whether it is empty", handle -> {
            requireEmpty(handle);
            return handle;
        });
        try (Database scratch = Registries.scratch(environment)) {
            Manifest manifest = fill(scratch);
            new Migrations(scratch, environment.clock()).run();
            AuditCheck audit = scratch.read("examine the audit", handle -> sound(handle, manifest));
            new Intake(registry.database(), registry.blobs())
                    .store("import " + path.getFileName(), this::storeBlobs, handle -> copy(scratch, handle));
            long versions = scratch.query(
                    "count",
                    handle -> handle.createQuery("SELECT count(*) FROM mlops_version")
                            .mapTo(Long.class)
                            .one());
            return new Transfer(versions, blobs.size(), bytes, audit.entries(), audit.lastHash());
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("Transfer " + path + " cannot be read: " + e + ". Nothing was imported.", e);
        }
    }

    private Manifest fill(Database scratch) throws IOException {
        Filling filling = new Filling(scratch);
        Manifest manifest = file.read(filling);
        filling.flush();
        return manifest;
    }

    /** Rows go into the scratch database some at a time. */
    private final class Filling implements TransferFile.Reader {

        private static final int SOME = 500;

        private final Database scratch;
        private final List<List<@Nullable Object>> waiting = new ArrayList<>();
        private Map<String, CarriedTable> tables = Map.of();
        private @Nullable CarriedTable present;

        Filling(Database scratch) {
            this.scratch = scratch;
        }

        @Override
        public void schema(int schema) {
            new Migrations(scratch, environment.clock(), Migrations.upTo(schema)).run();
            tables = scratch.write("look at its tables", handle -> {
                Map<String, CarriedTable> found = new HashMap<>();
                handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                        .mapTo(String.class)
                        .filter(CarriedTable.ALL::contains)
                        .forEach(name -> found.put(name, CarriedTable.of(handle, name)));
                CarriedTable.deleteAll(handle, CarriedTable.HEAD);
                return found;
            });
        }

        @Override
        public void row(String name, JsonNode row) {
            CarriedTable table = tables.get(name);
            if (table == null) {
                throw new IllegalArgumentException(name + " is no table of its schema");
            }
            if (!table.equals(present) || waiting.size() == SOME) {
                flush();
                present = table;
            }
            waiting.add(table.row(row));
        }

        void flush() {
            CarriedTable table = present;
            if (table != null && !waiting.isEmpty()) {
                scratch.write("take in rows of " + table, handle -> {
                    table.insert(handle, waiting.stream());
                    return table;
                });
                waiting.clear();
            }
        }

        @Override
        public void blob(String digest, InputStream content) throws IOException {
            bytes += content.transferTo(OutputStream.nullOutputStream());
            blobs.add(digest);
        }
    }

    private AuditCheck sound(Handle scratch, Manifest manifest) {
        AuditCheck audit = new AuditExamination(scratch, Optional.empty()).run();
        if (!audit.intact()) {
            throw file.corrupt("has an audit that is " + audit);
        } else if (audit.entries() != manifest.entries() || !audit.lastHash().equals(manifest.lastHash())) {
            throw file.corrupt("has an audit that ends elsewhere than its manifest says");
        }
        Set<String> needed = new NeededBlobs(scratch).all().keySet();
        if (!needed.equals(blobs)) {
            throw file.corrupt("has not the bundles that its versions need");
        }
        return audit;
    }

    private Set<String> storeBlobs() {
        try {
            file.read(new TransferFile.Reader() {
                @Override
                public void schema(int schema) {}

                @Override
                public void row(String table, JsonNode row) {}

                @Override
                public void blob(String digest, InputStream content) throws IOException {
                    BundleContent bundle = BundleContent.takingOver(content.readAllBytes());
                    if (!blobs.contains(digest) || !bundle.digest().equals(digest)) {
                        throw file.corrupt("was altered while it was read");
                    }
                    registry.blobs().put(bundle);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blobs;
    }

    private String copy(Database scratch, Handle target) {
        requireEmpty(target);
        return scratch.read("carry its rows", source -> {
            for (String name : CarriedTable.ALL) {
                CarriedTable table = CarriedTable.of(source, name);
                if (!table.columnNames().equals(CarriedTable.of(target, name).columnNames())) {
                    throw new IllegalStateException("Table " + name + " is another one here and there.");
                }
                if (name.equals(CarriedTable.HEAD)) {
                    CarriedTable.deleteAll(target, name);
                }
                try (Stream<List<@Nullable Object>> rows = table.rows(source)) {
                    table.insert(target, rows);
                }
            }
            return path.toString();
        });
    }

    private void requireEmpty(Handle handle) {
        for (String name : CarriedTable.ALL) {
            if (!name.equals(CarriedTable.HEAD) && !CarriedTable.isEmpty(handle, name)) {
                throw new ConflictException(
                        "Registry " + registry.database().place() + " is not empty: there are rows in " + name
                                + ". A whole registry is imported into a new one only.",
                        name);
            }
        }
    }
}
