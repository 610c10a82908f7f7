package io.mlops4j.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.json.CanonicalJson;
import io.mlops4j.json.JsonObject;
import io.mlops4j.storage.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The files of a backup: those of a home, and {@code backup.json}, which is written last and says what they are. */
final class BackupFolder {

    private static final int FORMAT = 1;
    private static final int LARGEST_MANIFEST = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    Path database() {
        return folder.resolve("registry.db");
    }

    Path blobs() {
        return folder.resolve("blobs");
    }

    private Path manifest() {
        return folder.resolve("backup.json");
    }

    void complete(Backup backup) throws IOException {
        byte[] manifest = CanonicalJson.write(new JsonObject()
                .with("format", FORMAT)
                .with("database", backup.database())
                .with("bundles", backup.bundles())
                .with("bytes", backup.bytes())
                .with("entries", backup.entries())
                .with("last_hash", backup.lastHash()));
        new WholeFile(manifest()).create(out -> out.write(manifest));
    }

    Backup read() {
        JsonNode json;
        try (InputStream in = Files.newInputStream(manifest())) {
            json = JSON.readTree(in.readNBytes(LARGEST_MANIFEST));
        } catch (NoSuchFileException e) {
            throw damaged("there is no backup.json, so it was not completed", e);
        } catch (JsonProcessingException e) {
            throw damaged("its backup.json is not what this library writes", e);
        } catch (IOException e) {
            throw new StorageException("Backup " + folder + " cannot be read: " + e + ". Check who may read it.", e);
        }
        if (json.path("format").asInt() != FORMAT) {
            throw damaged(
                    "its backup.json has format " + json.path("format").asText() + ", this library knows " + FORMAT,
                    null);
        }
        return new Backup(
                json.path("database").asText(),
                json.path("bundles").asLong(),
                json.path("bytes").asLong(),
                json.path("entries").asLong(),
                json.path("last_hash").asText());
    }

    CorruptArtifactException damaged(String problem, @Nullable Throwable cause) {
        return new CorruptArtifactException(
                "Backup " + folder + " is damaged: " + problem + ". Take another one; nothing was restored.", cause);
    }

    /** The digest of a file, which is on the disk for certain afterwards. */
    static String forcedDigest(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies a file and tells the digest of what was copied. */
    static String copy(Path file, OutputStream out) throws IOException {
        MessageDigest digest = Digest.sha256();
        Files.copy(file, new DigestOutputStream(out, digest));
        return Digest.text(digest);
    }
}
