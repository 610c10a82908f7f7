package io.mlops4j.bundle;

import io.mlops4j.api.error.CorruptArtifactException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says what a file is that is no bundle, from its first bytes. Such files are never opened: some of them run code. */
final class ForeignFormat {

    /** What a format starts with. */
    private record Signature(String start, String description) {}

    private static final List<Signature> KNOWN = List.of(
            new Signature("\u00ac\u00ed\u0000\u0005", "a Java-serialised object"),
            new Signature("\u0080\u0002", "a Python pickle"),
            new Signature("\u0080\u0003", "a Python pickle"),
            new Signature("\u0080\u0004", "a Python pickle"),
            new Signature("\u0080\u0005", "a Python pickle"),
            new Signature("<", "XML, such as PMML or an OLCUT configuration"),
            new Signature("\u00ef\u00bb\u00bf<", "XML, such as PMML or an OLCUT configuration"),
            new Signature("---", "YAML"),
            new Signature("%YAML", "YAML"),
            new Signature("#!", "a script"),
            new Signature("{", "JSON text"),
            new Signature("[", "JSON text"),
            new Signature("\u001f\u008b", "gzip"),
            new Signature("\u0089HDF", "HDF5"),
            new Signature("binf", "an XGBoost model"),
            new Signature("\u007fELF", "native code"),
            new Signature("MZ", "native code"),
            new Signature("\u00ca\u00fe\u00ba\u00be", "a Java class"),
            new Signature("PK\u0005\u0006", "an empty zip file"),
            new Signature("\b", "perhaps protobuf, as ONNX and Tribuo write it"),
            new Signature("\n", "perhaps protobuf, as ONNX and Tribuo write it"));

    private static final String ZIP = "PK\u0003\u0004";

    private ForeignFormat() {}

    static void requireZip(ByteBuffer bytes) {
        byte[] first = new byte[Math.min(bytes.limit(), 8)];
        bytes.get(0, first);
        String start = new String(first, StandardCharsets.ISO_8859_1);
        if (start.startsWith(ZIP)) {
            return;
        }
        String found = bytes.limit() == 0
                ? "an empty file"
                : KNOWN.stream()
                        .filter(known -> start.startsWith(known.start()))
                        .map(Signature::description)
                        .findFirst()
                        .orElse("a file of unknown format");
        throw new CorruptArtifactException("container: this is " + found + ", not a bundle. "
                + "Bundles are zip files that this library wrote; models of other formats are not opened.");
    }

    static void requireManifest(StoredEntry first) {
        if (!first.name().equals(Part.MANIFEST.file())) {
            throw new CorruptArtifactException("container: this is a zip file that starts with '" + first.name()
                    + "', not a bundle, which starts with '" + Part.MANIFEST.file() + "'.");
        }
    }
}
