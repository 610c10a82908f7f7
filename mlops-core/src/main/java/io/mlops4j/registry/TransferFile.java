package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.Quoted;
import io.mlops4j.registry.TransferParts.Header;
import io.mlops4j.registry.TransferParts.Manifest;
import io.mlops4j.registry.TransferParts.Part;
import io.mlops4j.storage.TarReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A transfer file that is read from its beginning to its end. Whoever reads it is told of rows and bundles on the way, and may
 * believe them only when the end was reached.
 */
final class TransferFile {

    private static final int LARGEST_ROWS = 1 << 26;

    private final Path file;

    TransferFile(Path file) {
        this.file = file;
    }

    /** Is told what is in the file. */
    interface Reader {

        /** The first of all. */
        void schema(int schema);

        /** A row of a table, which has a name of {@link CarriedTable#ALL}. */
        void row(String table, JsonNode row);

        /**
         * A bundle, with the digest that its name says, which is compared afterwards; the stream has its bytes, which may or may
         * not be read.
         */
        void blob(String digest, InputStream content) throws IOException;
    }

    Manifest read(Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            TarReader tar = new TarReader(in, Files.size(file));
            List<Part> parts = new ArrayList<>();
            while (true) {
                TarReader.Content content =
                        tar.next().orElseThrow(() -> corrupt("has no " + TransferParts.MANIFEST + ": it is cut off"));
                if (parts.isEmpty() != content.name().equals(TransferParts.HEADER)) {
                    throw corrupt("does not begin with " + TransferParts.HEADER + ": it is no transfer file");
                }
                if (content.name().equals(TransferParts.MANIFEST)) {
                    return manifest(content, tar, parts);
                }
                parts.add(part(content, reader));
            }
        }
    }

    private Manifest manifest(TarReader.Content content, TarReader tar, List<Part> parts) throws IOException {
        Manifest manifest = json(content.name(), text(content, content), Manifest::read);
        if (!manifest.parts().equals(parts)) {
            Optional<Part> altered = parts.stream()
                    .filter(part -> !manifest.parts().contains(part))
                    .findFirst();
            throw corrupt(
                    altered.map(part -> "has a part " + Quoted.of(part.name()) + " that is not what the manifest says")
                            .orElse("lacks parts that the manifest has"));
        } else if (tar.next().isPresent()) {
            throw corrupt("goes on behind " + TransferParts.MANIFEST);
        }
        return manifest;
    }

    private Part part(TarReader.Content content, Reader reader) throws IOException {
        DigestInputStream in = new DigestInputStream(content, Digest.sha256());
        tell(reader, content, in);
        in.transferTo(OutputStream.nullOutputStream()); // what nobody wanted counts too
        Part part = new Part(content.name(), content.size(), Digest.text(in.getMessageDigest()));
        if (part.name().startsWith(TransferParts.BLOBS) && !part.name().equals(TransferParts.BLOBS + part.digest())) {
            throw corrupt("has a part " + Quoted.of(part.name()) + " whose bytes are others");
        }
        return part;
    }

    private void tell(Reader reader, TarReader.Content content, InputStream in) throws IOException {
        String name = content.name();
        if (name.equals(TransferParts.HEADER)) {
            Header header = json(name, text(content, in), Header::read);
            if (header.format() != TransferParts.FORMAT
                    || Migrations.upTo(header.schema()).isEmpty()
                    || header.schema() > Migrations.NEWEST) {
                throw corrupt("is of format " + header.format() + " and schema " + header.schema()
                        + ", this library knows format " + TransferParts.FORMAT + " and schemas up to "
                        + Migrations.NEWEST + ". Use a newer library");
            }
            reader.schema(header.schema());
        } else if (name.startsWith(TransferParts.ROWS)) {
            String table = name.substring(TransferParts.ROWS.length()).replaceFirst("/[1-9][0-9]{0,8}$", "");
            if (!CarriedTable.ALL.contains(table)) {
                throw corrupt("has a part " + Quoted.of(name) + " of no table that is known");
            }
            for (String line : text(content, in).lines().toList()) {
                if (!line.isEmpty()) {
                    json(name, line, row -> {
                        reader.row(table, row);
                        return table;
                    });
                }
            }
        } else if (name.startsWith(TransferParts.BLOBS) && Digest.isOne(name.substring(TransferParts.BLOBS.length()))) {
            reader.blob(name.substring(TransferParts.BLOBS.length()), in);
        } else {
            throw corrupt("has a part " + Quoted.of(name) + " that no transfer file has");
        }
    }

    private String text(TarReader.Content content, InputStream in) throws IOException {
        if (content.size() > LARGEST_ROWS) {
            throw corrupt("has a part " + Quoted.of(content.name()) + " of " + content.size() + " bytes, more than "
                    + LARGEST_ROWS);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private <T> T json(String part, String text, Function<JsonNode, T> meaning) {
        return StoredJson.read(text, "part " + Quoted.of(part), "Transfer " + file, meaning);
    }

    CorruptArtifactException corrupt(String problem) {
        return new CorruptArtifactException("Transfer " + file + " " + problem + ". Nothing was imported.");
    }
}
