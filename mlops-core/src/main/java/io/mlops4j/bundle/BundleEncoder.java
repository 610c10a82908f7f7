package io.mlops4j.bundle;

import io.mlops4j.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns parts into bytes. */
final class BundleEncoder {

    private final List<StoredEntry> entries = new ArrayList<>();

    private BundleEncoder() {}

    static byte[] encode(BundleParts parts) {
        BundleEncoder encoder = new BundleEncoder();
        encoder.json(
                Part.SCHEMA,
                new SchemaPart(parts.input(), parts.categories(), parts.target(), parts.classes()).encode());
        encoder.json(Part.PREPARATION, PreparationPart.encode(parts.steps()));
        encoder.json(Part.FEATURES, FeaturesPart.encode(parts.space()));
        parts.form().ifPresent(form -> encoder.add(Part.MODEL, ModelPart.encode(form)));
        parts.reference().ifPresent(model -> encoder.add(Part.REFERENCE, model.bytes()));
        encoder.json(Part.GOLDEN, GoldenPart.encode(parts.golden()));
        encoder.json(Part.PROFILE, ProfilePart.encode(parts.profile()));
        encoder.json(Part.EVALUATION, EvaluationPart.encode(parts.evaluation()));
        encoder.json(Part.LINEAGE, parts.lineage());
        return encoder.withManifest(parts.name(), parts.reference().map(model -> model.format()));
    }

    private void json(Part part, Object value) {
        try {
            add(part, CanonicalJson.write(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The part '" + part.file() + "' of a bundle cannot be written: " + e.getMessage(), e);
        }
    }

    private void add(Part part, byte[] bytes) {
        entries.add(new StoredEntry(part.file(), bytes));
    }

    private byte[] withManifest(String name, Optional<String> referenceFormat) {
        List<Manifest.Listed> listed = entries.stream().map(Manifest.Listed::of).toList();
        json(Part.MANIFEST, new Manifest(name, referenceFormat, listed).encode());
        entries.add(0, entries.remove(entries.size() - 1));
        return StoredZip.write(entries);
    }
}
