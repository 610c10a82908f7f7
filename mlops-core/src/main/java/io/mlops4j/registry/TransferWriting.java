package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.registry.TransferParts.Header;
import io.mlops4j.registry.TransferParts.Manifest;
import io.mlops4j.registry.TransferParts.Part;
import io.mlops4j.storage.TarWriter;
import io.mlops4j.storage.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes one transfer file: the rows as they are at one moment first, then the bundles that they need. */
final class TransferWriting {

    /** Rows are cut into parts of about this many bytes. */
    private static final int PART = 1 << 22;

    private final Database database;
    private final BlobStore blobs;
    private final Path file;

    TransferWriting(SqlRegistry registry, Path file) {
        this.database = registry.database();
        this.blobs = registry.blobs();
        this.file = file;
    }

    /** The rows of one moment. */
    private record Rows(AuditCheck audit, long versions, Set<String> needed, Map<String, byte[]> parts) {}

    Transfer run() {
        Rows rows = database.read("carry its rows", this::rows);
        if (!rows.audit().intact()) {
            throw incomplete("its audit is " + rows.audit(), null);
        }
        Written written = new Written(rows);
        try {
            if (!new WholeFile(file).create(written::all)) {
                throw new StorageException(
                        "Transfer " + file + " cannot be written: the file is there already. Give a" + " new name.");
            }
        } catch (IOException e) {
            throw new StorageException(
                    "Transfer " + file + " cannot be written: " + e
                            + ". Check that there is room and that its folder is writable; then try again.",
                    e);
        }
        return new Transfer(
                rows.versions(),
                rows.needed().size(),
                written.bytes,
                rows.audit().entries(),
                rows.audit().lastHash());
    }

    private Rows rows(Handle handle) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long versions = 0;
        for (String name : CarriedTable.ALL) {
            long count = rows(handle, CarriedTable.of(handle, name), parts);
            versions += name.equals("mlops_version") ? count : 0;
        }
        return new Rows(
                new AuditExamination(handle, Optional.empty()).run(),
                versions,
                new NeededBlobs(handle).all().keySet(),
                parts);
    }

    private static long rows(Handle handle, CarriedTable table, Map<String, byte[]> parts) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        long count = 0;
        int number = 0;
        try (Stream<List<@Nullable Object>> rows = table.rows(handle)) {
            for (List<@Nullable Object> row : (Iterable<List<@Nullable Object>>) rows::iterator) {
                part.writeBytes((StoredJson.text(row) + "\n").getBytes(StandardCharsets.UTF_8));
                count++;
                if (part.size() >= PART) {
                    parts.put(TransferParts.ROWS + table + "/" + ++number, part.toByteArray());
                    part.reset();
                }
            }
        }
        parts.put(TransferParts.ROWS + table + "/" + ++number, part.toByteArray());
        return count;
    }

    private CorruptArtifactException incomplete(String problem, @Nullable CorruptArtifactException cause) {
        return new CorruptArtifactException(
                "Registry " + database.place() + " is not carried: " + problem
                        + ". Check it and mend it; then try again.",
                cause);
    }

    /** What is in the file so far. */
    private final class Written {

        private final Rows rows;
        private final List<Part> parts = new ArrayList<>();
        private long bytes;

        Written(Rows rows) {
            this.rows = rows;
        }

        void all(OutputStream out) throws IOException {
            TarWriter tar = new TarWriter(out);
            part(tar, TransferParts.HEADER, json(new Header(TransferParts.FORMAT, Migrations.NEWEST).json()));
            for (Map.Entry<String, byte[]> part : rows.parts().entrySet()) {
                part(tar, part.getKey(), part.getValue());
            }
            for (String digest : rows.needed()) {
                BundleContent content = blob(digest);
                tar.entry(TransferParts.BLOBS + digest, content.size(), content::writeTo);
                parts.add(new Part(TransferParts.BLOBS + digest, content.size(), digest));
                bytes += content.size();
            }
            Manifest manifest = new Manifest(
                    List.copyOf(parts), rows.audit().entries(), rows.audit().lastHash());
            part(tar, TransferParts.MANIFEST, json(manifest.json()));
            tar.end();
        }

        private void part(TarWriter tar, String name, byte[] content) throws IOException {
            tar.entry(name, content.length, out -> out.write(content));
            parts.add(new Part(name, content.length, Digest.of(content)));
        }

        private byte[] json(Object json) {
            return StoredJson.text(json).getBytes(StandardCharsets.UTF_8);
        }

        private BundleContent blob(String digest) {
            try {
                return blobs.get(digest).orElseThrow(() -> incomplete("its blob " + digest + " is missing", null));
            } catch (CorruptArtifactException e) {
                throw incomplete("its blob " + digest + " is missing or altered", e);
            }
        }
    }
}
