package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.json.JsonObject;
import io.mlops4j.json.Quoted;
import io.mlops4j.registry.TransferParts.Manifest;
import io.mlops4j.registry.TransferParts.Part;
import io.mlops4j.storage.TarReader;
import io.mlops4j.storage.TarWriter;
import io.mlops4j.storage.WholeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** One version in a tar file: what the registry says of it, its bundle, and the digests of both. */
final class VersionFile {

    private static final int FORMAT = 1;
    private static final String VERSION = "version.json";
    private static final long LARGEST = 1 << 30;

    private final Path file;

    VersionFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    void write(ModelRegistry registry, ModelVersion version) {
        AuditEntry row = registry.audit(version.model()).stream()
                .filter(entry ->
                        entry.action().equals("register") && entry.version().equals(OptionalInt.of(version.number())))
                .findFirst()
                .orElseThrow(() -> new CorruptArtifactException(version
                        + " is not exported: no row of the audit says that it was registered. Verify the audit."));
        byte[] bundle = registry.content(version).bytes();
        byte[] json = StoredJson.text(json(version, row)).getBytes(StandardCharsets.UTF_8);
        try {
            if (!new WholeFile(file).create(out -> write(out, version, json, bundle))) {
                throw new StorageException(
                        version + " is not exported: file " + file + " is there already. Give a new name.");
            }
        } catch (IOException e) {
            throw new StorageException(
                    version + " is not exported: file " + file + " cannot be written, " + e
                            + ". Check that there is room and that its folder is writable; then try again.",
                    e);
        }
    }

    private static void write(OutputStream out, ModelVersion version, byte[] json, byte[] bundle) throws IOException {
        TarWriter tar = new TarWriter(out);
        List<Part> parts = List.of(
                new Part(VERSION, json.length, Digest.of(json)),
                new Part(TransferParts.BLOBS + version.digest(), bundle.length, Digest.of(bundle)));
        byte[] manifest = StoredJson.text(new Manifest(parts, 0, "").json()).getBytes(StandardCharsets.UTF_8);
        tar.entry(VERSION, json.length, to -> to.write(json));
        tar.entry(TransferParts.BLOBS + version.digest(), bundle.length, to -> to.write(bundle));
        tar.entry(TransferParts.MANIFEST, manifest.length, to -> to.write(manifest));
        tar.end();
    }

    private static JsonObject json(ModelVersion version, AuditEntry row) {
        return new JsonObject()
                .with("format", FORMAT)
                .with("model", version.model())
                .with("version", version.number())
                .with("row", row.hash())
                .with("registered_by", version.registeredBy())
                .with("registered_at", Long.toString(EpochNanos.of(version.registeredAt())))
                .with("approval", ApprovalColumns.of(version.approval()).json())
                .with("verdict", VerdictJson.write(version.verdict()))
                .with("origin", OriginJson.write(version.origin()))
                .with("tags", Map.copyOf(version.tags()))
                .with("signatures", TagsJson.write(version.state().signatures()));
    }

    ExportedVersion read() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            TarReader tar = new TarReader(in, Files.size(file));
            List<Part> parts = new ArrayList<>();
            byte[] json = part(tar, VERSION, parts);
            byte[] bundle = part(tar, TransferParts.BLOBS, parts);
            byte[] manifest = part(tar, TransferParts.MANIFEST, new ArrayList<>());
            if (tar.next().isPresent()) {
                throw corrupt("goes on behind " + TransferParts.MANIFEST);
            }
            if (!meaning(manifest, TransferParts.MANIFEST, Manifest::read)
                    .parts()
                    .equals(parts)) {
                throw corrupt("has parts that are not what the manifest says");
            }
            BundleContent content = BundleContent.of(bundle);
            if (!parts.get(1).name().equals(TransferParts.BLOBS + content.digest())) {
                throw corrupt("has a bundle whose bytes are others than its name says");
            }
            return meaning(json, VERSION, found -> version(found, content));
        } catch (IOException e) {
            throw new StorageException("File " + file + " cannot be read: " + e + ". Nothing was imported.", e);
        }
    }

    private byte[] part(TarReader tar, String name, List<Part> parts) throws IOException {
        TarReader.Content content = tar.next().orElseThrow(() -> corrupt("has no part '" + name + "': it is cut off"));
        boolean expected = name.equals(TransferParts.BLOBS)
                ? content.name().startsWith(name)
                : content.name().equals(name);
        if (!expected || content.size() > LARGEST) {
            throw corrupt("has a part " + Quoted.of(content.name()) + " of " + content.size() + " bytes where '" + name
                    + "' should be");
        }
        byte[] bytes = content.readAllBytes();
        parts.add(new Part(content.name(), bytes.length, Digest.of(bytes)));
        return bytes;
    }

    private ExportedVersion version(JsonNode json, BundleContent content) {
        int format = StoredJson.integer(json, "format");
        if (format != FORMAT) {
            throw corrupt("is of format " + format + ", this library knows format " + FORMAT + ". Use a newer library");
        }
        String where = "File " + file;
        Origin.Imported from = new Origin.Imported(
                StoredJson.string(json, "model"),
                StoredJson.integer(json, "version"),
                StoredJson.string(json, "row"),
                StoredJson.string(json, "registered_by"),
                StoredJson.instant(json, "registered_at"),
                ApprovalColumns.read(json.path("approval")).approval(where));
        return new ExportedVersion(
                content,
                VerdictJson.read(json.path("verdict").toString(), where),
                json.path("origin").isNull() ? Origin.NONE : OriginJson.read(json.path("origin"), where),
                from,
                TagsJson.read(json.path("tags").toString(), where),
                TagsJson.signatures(json.path("signatures").toString(), where));
    }

    private <T> T meaning(byte[] json, String part, Function<JsonNode, T> meaning) {
        return StoredJson.read(
                new String(json, StandardCharsets.UTF_8), "part '" + part + "'", "File " + file, meaning);
    }

    private CorruptArtifactException corrupt(String problem) {
        return new CorruptArtifactException("File " + file + " " + problem + ". Nothing was imported.");
    }
}
