package io.mlops4j.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mlops4j.json.CanonicalJson;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A bundle whose parts were exchanged by somebody who knows the format: container, sizes and digests all agree with each
 * other unless the test breaks them on purpose.
 */
final class Rebuilt {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Rebuilt(BundleParts original) {
        byte[] bytes = Bundles.assemble(original).content().bytes();
        for (StoredEntry entry : new StoredZipReader(ByteBuffer.wrap(bytes), BundleLimits.DEFAULTS).entries()) {
            parts.put(entry.name(), entry.copy());
        }
    }

    String text(Part part) {
        return new String(parts.get(part.file()), UTF_8);
    }

    byte[] bytes(Part part) {
        return parts.get(part.file()).clone();
    }

    Rebuilt with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Rebuilt with(Part part, byte[] content) {
        return with(part.file(), content);
    }

    Rebuilt without(Part part) {
        parts.remove(part.file());
        return this;
    }

    /** Exchanges text in a part; the test is wrong if it is not there. */
    Rebuilt replace(Part part, String what, String by) {
        String before = text(part);
        if (!before.contains(what)) {
            throw new IllegalArgumentException(what + " is not in " + before);
        }
        return with(part, before.replace(what, by).getBytes(UTF_8));
    }

    Rebuilt change(Part part, UnaryOperator<String> change) {
        return with(part, change.apply(text(part)).getBytes(UTF_8));
    }

    /** The bundle with a manifest that agrees with the parts. */
    byte[] consistent() {
        JsonValue manifest = StrictJsonTest.read(text(Part.MANIFEST));
        List<Manifest.Listed> listed =
                entries().stream().skip(1).map(Manifest.Listed::of).toList();
        Manifest changed = new Manifest(
                manifest.get("name").text(),
                Optional.ofNullable((String) manifest.get("reference").value()),
                listed);
        with(Part.MANIFEST, CanonicalJson.write(changed.encode()));
        return asItIs();
    }

    /** The bundle with the manifest as it is. */
    byte[] asItIs() {
        return StoredZip.write(entries());
    }

    private List<StoredEntry> entries() {
        List<StoredEntry> entries = new ArrayList<>();
        parts.forEach((name, bytes) -> entries.add(new StoredEntry(name, bytes)));
        return entries;
    }
}
