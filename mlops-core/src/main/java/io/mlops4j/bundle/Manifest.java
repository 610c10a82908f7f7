package io.mlops4j.bundle;

import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.json.JsonObject;
import io.mlops4j.json.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * The first part: what this file is, and what each other part has to be.
 *
 * @param name the name of the pipeline
 * @param referenceFormat the name of the reference model's format, or empty if there is no such model
 * @param parts the other parts in order
 */
record Manifest(String name, Optional<String> referenceFormat, List<Listed> parts) {

    static final String FORMAT = "mlops-bundle";
    static final int VERSION = 1;

    /** What the manifest says of a part. */
    record Listed(String file, int size, String sha256) {

        static Listed of(StoredEntry entry) {
            return new Listed(entry.name(), entry.size(), entry.sha256());
        }
    }

    JsonObject encode() {
        return new JsonObject()
                .with("format", FORMAT)
                .with("version", VERSION)
                .with("name", name)
                .with("reference", referenceFormat.orElse(null))
                .with(
                        "parts",
                        parts.stream()
                                .map(part -> new JsonObject()
                                        .with("name", part.file())
                                        .with("size", part.size())
                                        .with("sha256", part.sha256()))
                                .toList());
    }

    static Manifest decode(JsonValue json) {
        json.withKeys("format", "name", "parts", "reference", "version");
        return new Manifest(
                json.get("name").text(),
                json.get("reference").optional(JsonValue::text),
                json.get("parts").list(Manifest::listed));
    }

    private static Listed listed(JsonValue json) {
        json.withKeys("name", "sha256", "size");
        return new Listed(
                json.get("name").text(),
                json.get("size").smallCount(),
                json.get("sha256").text());
    }

    /** Refuses another format, and a version that came later; looks at nothing else. */
    static void requireReadable(JsonValue json) {
        if (!FORMAT.equals(json.get("format").value())) {
            throw json.get("format").corrupt("expected the format '" + FORMAT + "'");
        }
        int version = json.get("version").smallCount();
        if (version > VERSION) {
            throw new UnsupportedModelException(
                    "it has version " + version + " of the bundle format, this library reads version " + VERSION
                            + ". Use a release of mlops that reads version " + version + ".");
        }
        if (version != VERSION) {
            throw json.get("version").corrupt("there is no version " + version + " of the format");
        }
    }

    /** Compares the other parts with what is said of them, before any of them is interpreted. */
    void verify(List<Part> others, List<StoredEntry> entries) {
        requireParts(others);
        for (int i = 0; i < others.size(); i++) {
            verify(others.get(i), entries.get(i), parts.get(i));
        }
    }

    /** The parts that it lists are those that are there. */
    void requireParts(List<Part> others) {
        if (!parts.stream()
                .map(Listed::file)
                .toList()
                .equals(others.stream().map(Part::file).toList())) {
            throw Part.MANIFEST.corrupt("it does not list the parts that are there.");
        }
        if (referenceFormat.isPresent() != others.contains(Part.REFERENCE)) {
            throw Part.MANIFEST.corrupt("a reference model and the name of its format come together or not at all.");
        }
    }

    private static void verify(Part part, StoredEntry entry, Listed listed) {
        if (entry.size() != listed.size()) {
            throw part.corrupt("it has " + entry.size() + " bytes, the manifest says " + listed.size() + ".");
        }
        String found = entry.sha256();
        if (!found.equals(listed.sha256())) {
            throw part.corrupt("its SHA-256 is " + found + ", the manifest says " + Quoted.of(listed.sha256())
                    + ": one of the two was changed.");
        }
    }
}
