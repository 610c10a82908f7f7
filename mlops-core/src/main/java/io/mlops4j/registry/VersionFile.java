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
import java.util.List;
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
        BundleContent bundle = registry.content(version);
        byte[] json = StoredJson.text(json(version, row)).getBytes(StandardCharsets.UTF_8);
        try {
            if (!new WholeFile(file).create(out -> write(out, json, bundle))) {
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

    private static void write(OutputStream out, byte[] json, BundleContent bundle) throws IOException {
        TarWriter tar = new TarWriter(out);
        List<Part> parts = parts(json, bundle);
        byte[] manifest = StoredJson.text(new Manifest(parts, 0, "").json()).getBytes(StandardCharsets.UTF_8);
        tar.entry(parts.get(0).name(), json.length, to -> to.write(json));
        tar.entry(parts.get(1).name(), bundle.size(), bundle::writeTo);
        tar.entry(TransferParts.MANIFEST, manifest.length, to -> to.write(manifest));
        tar.end();
    }

    private static List<Part> parts(byte[] json, BundleContent bundle) {
        return List.of(
                new Part(VERSION, json.length, Digest.of(json)),
                new Part(TransferParts.BLOBS + bundle.digest(), bundle.size(), bundle.digest()));
    }

    private static JsonObject json(ModelVersion version, AuditEntry row) {
        return OriginJson.write(new Origin.Imported(
                        version.model(),
                        version.number(),
                        row.hash(),
                        version.registeredBy(),
                        version.registeredAt(),
                        version.approval()))
                .with("format", FORMAT)
                .with("verdict", VerdictJson.write(version.verdict()))
                .with("origin", OriginJson.write(version.origin()))
                .with("tags", version.tags())
                .with("signatures", TagsJson.write(version.state().signatures()));
    }

    ExportedVersion read() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            TarReader tar = new TarReader(in, Files.size(file));
            byte[] json = part(tar, VERSION).bytes();
            Found blob = part(tar, TransferParts.BLOBS);
            BundleContent bundle = BundleContent.takingOver(blob.bytes());
            if (!blob.name().equals(TransferParts.BLOBS + bundle.digest())) {
                throw corrupt("has a bundle whose bytes are others than its name says");
            }
            byte[] manifest = part(tar, TransferParts.MANIFEST).bytes();
            if (tar.next().isPresent()) {
                throw corrupt("goes on behind " + TransferParts.MANIFEST);
            }
            if (!meaning(manifest, TransferParts.MANIFEST, Manifest::read)
                    .parts()
                    .equals(parts(json, bundle))) {
                throw corrupt("has parts that are not what the manifest says");
            }
            return meaning(json, VERSION, found -> version(found, bundle));
        } catch (IOException e) {
            throw new StorageException("File " + file + " cannot be read: " + e + ". Nothing was imported.", e);
        }
    }

    /** A part as it stands in the file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(String name, byte[] bytes) {}

    private Found part(TarReader tar, String name) throws IOException {
        TarReader.Content content = tar.next().orElseThrow(() -> corrupt("has no part '" + name + "': it is cut off"));
        boolean expected = name.equals(TransferParts.BLOBS)
                ? content.name().startsWith(name)
                : content.name().equals(name);
        if (!expected || content.size() > LARGEST) {
            throw corrupt("has a part " + Quoted.of(content.name()) + " of " + content.size() + " bytes where '" + name
                    + "' should be");
        }
        return new Found(content.name(), content.readAllBytes());
    }

    private ExportedVersion version(JsonNode json, BundleContent content) {
        int format = StoredJson.integer(json, "format");
        if (format != FORMAT) {
            throw corrupt("is of format " + format + ", this library knows format " + FORMAT + ". Use a newer library");
        }
        String where = "File " + file;
        return new ExportedVersion(
                content,
                VerdictJson.read(json.path("verdict").toString(), where),
                json.path("origin").isNull() ? Origin.NONE : OriginJson.read(json.path("origin"), where),
                OriginJson.imported(json, where),
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
