package io.mlops4j.bundle;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.ReferenceModel;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns bytes into parts: container, manifest, digests, and only then what the parts say. */
final class BundleDecoder {

    private final BundleLimits limits;
    private final StrictJson json;
    private final PreprocessorFormatIndex formats;
    private final Map<Part, StoredEntry> entries = new EnumMap<>(Part.class);

    BundleDecoder(BundleLimits limits, StrictJson json, PreprocessorFormatIndex formats) {
        this.limits = limits;
        this.json = json;
        this.formats = formats;
    }

    BundleParts decode(ByteBuffer bytes) {
        Manifest manifest = container(bytes, true);
        manifest.verify(List.copyOf(entries.keySet()), List.copyOf(entries.values()));
        return parts(manifest);
    }

    /**
     * The parts that answer, of bytes that were compared as a whole.
     *
     * @return empty if there are no flat arrays among them
     */
    Optional<ServingParts> serving(ByteBuffer bytes) {
        Manifest manifest = container(bytes, false);
        manifest.requireParts(List.copyOf(entries.keySet()));
        return form().map(form -> serving(manifest, form));
    }

    private ServingParts serving(Manifest manifest, ModelForm form) {
        SchemaPart schema = known(Part.SCHEMA, SchemaPart::decode);
        return sound(
                Part.MANIFEST,
                manifest,
                found -> new ServingParts(
                        found.name(),
                        schema.input(),
                        schema.categories(),
                        schema.target(),
                        schema.classes(),
                        known(Part.PREPARATION, value -> PreparationPart.decode(value, formats)),
                        known(Part.FEATURES, FeaturesPart::decode),
                        form,
                        () -> known(Part.GOLDEN, value -> GoldenPart.decode(value, schema.input()))));
    }

    /** Looks at every byte, and knows the entries afterwards. */
    private Manifest container(ByteBuffer bytes, boolean canonical) {
        ForeignFormat.requireZip(bytes);
        StoredZipReader container = new StoredZipReader(bytes, limits);
        StoredEntry first = container.first();
        ForeignFormat.requireManifest(first);
        JsonValue said = json.parse(Part.MANIFEST, first);
        Manifest.requireReadable(said);

        List<StoredEntry> all = container.entries();
        List<Part> parts = Part.inOrder(all.stream().map(StoredEntry::name).toList());
        if (canonical) {
            StrictJson.requireCanonical(Part.MANIFEST, first, said);
        }
        Manifest manifest = Manifest.decode(said);
        for (int i = 1; i < parts.size(); i++) {
            entries.put(parts.get(i), all.get(i));
        }
        return manifest;
    }

    private Optional<ModelForm> form() {
        return Optional.ofNullable(entries.get(Part.MODEL))
                .map(entry -> sound(Part.MODEL, entry, model -> ModelPart.decode(model.buffer(), limits.model())));
    }

    private BundleParts parts(Manifest manifest) {
        SchemaPart schema = json(Part.SCHEMA, SchemaPart::decode);
        GoldenRows golden = json(Part.GOLDEN, value -> GoldenPart.decode(value, schema.input()));
        Optional<ModelForm> form = form();
        Optional<ReferenceModel> reference = Optional.ofNullable(entries.get(Part.REFERENCE))
                .map(entry -> new ReferenceModel(manifest.referenceFormat().orElseThrow(), entry.copy()));
        return sound(
                Part.MANIFEST,
                manifest,
                found -> new BundleParts(
                        found.name(),
                        schema.input(),
                        schema.categories(),
                        schema.target(),
                        schema.classes(),
                        json(Part.PREPARATION, value -> PreparationPart.decode(value, formats)),
                        json(Part.FEATURES, FeaturesPart::decode),
                        form,
                        reference,
                        golden,
                        json(Part.PROFILE, ProfilePart::decode),
                        json(Part.EVALUATION, EvaluationPart::decode),
                        json(Part.LINEAGE, JsonValue::members)));
    }

    private <T> T json(Part part, Function<JsonValue, T> meaning) {
        return sound(part, json.read(part, entry(part)), meaning);
    }

    /** That a value has one form is of use to who computes a digest, not to who has compared one. */
    private <T> T known(Part part, Function<JsonValue, T> meaning) {
        return sound(part, json.parse(part, entry(part)), meaning);
    }

    private StoredEntry entry(Part part) {
        return Optional.ofNullable(entries.get(part)).orElseThrow();
    }

    /** What a constructor of the vocabulary refuses is a fault of the part. */
    private static <A, T> T sound(Part part, A argument, Function<A, T> meaning) {
        try {
            return meaning.apply(argument);
        } catch (CorruptArtifactException | UnsupportedModelException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException | MlopsException e) {
            throw part.corrupt(String.valueOf(e.getMessage()), e);
        }
    }
}
