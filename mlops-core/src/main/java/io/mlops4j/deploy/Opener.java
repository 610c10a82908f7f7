package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.bundle.ServingParts;
import io.mlops4j.pipeline.ModelOpening;
import io.mlops4j.predict.ModelPredictor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens versions for rows of a type: whatever is open has its digest, fits the rows and gives its golden answers. */
final class Opener<I, Y extends Prediction> {

    private final Supplier<ModelRegistry> registry;
    private final BundleReader reader;
    private final RowReader<I> rows;
    private final Class<Y> type;
    private final List<ModelFormat> formats;

    Opener(
            Supplier<ModelRegistry> registry,
            BundleReader reader,
            RowReader<I> rows,
            Class<Y> type,
            List<ModelFormat> formats) {
        this.registry = registry;
        this.reader = reader;
        this.rows = rows;
        this.type = type;
        this.formats = formats;
    }

    /** A version that answers; the predictor is the caller's. */
    record Opened<I, Y extends Prediction>(int version, Bundle bundle, ModelPredictor<I, Y> predictor) {}

    Class<Y> type() {
        return type;
    }

    ModelVersion find(Steps steps, String model, int number) throws Steps.FailedException {
        return steps.take("load", () -> registry.get().version(model, number));
    }

    /** Opens a version that the registry holds. */
    Opened<I, Y> open(Steps steps, ModelVersion version) throws Steps.FailedException {
        return open(steps, version.number(), version.digest(), content(steps, version));
    }

    /** Opens a version whose bundle is here already, whoever gave it. */
    Opened<I, Y> open(Steps steps, int version, String digest, BundleContent content) throws Steps.FailedException {
        Bundle bundle = steps.take("digest", () -> verified(version, digest, content));
        ModelPredictor<I, Y> predictor =
                steps.take("schema", () -> ModelOpening.unchecked(bundle, rows, type, formats));
        try {
            steps.take("golden rows", () -> {
                ModelOpening.requireGolden(bundle, predictor);
                return true;
            });
            return new Opened<>(version, bundle, predictor);
        } catch (Steps.FailedException e) {
            predictor.retire();
            throw e;
        }
    }

    /**
     * Opens what answers of a version, and nothing that only people and monitors read.
     *
     * @param proven whether this very bundle has given its golden answers in this process before
     */
    ModelPredictor<I, Y> serve(Steps steps, int version, String digest, BundleContent content, boolean proven)
            throws Steps.FailedException {
        Optional<ServingParts> found = steps.take("digest", () -> {
            requireSame(version, digest, content);
            return reader.serving(content);
        });
        if (found.isEmpty()) {
            return open(steps, version, digest, content).predictor();
        }
        ServingParts parts = found.get();
        ModelPredictor<I, Y> predictor = steps.take("schema", () -> ModelOpening.unchecked(parts, rows, type));
        if (!proven) {
            steps.take("golden rows", () -> {
                ModelOpening.requireGolden(parts, predictor);
                return true;
            });
        }
        return predictor; // if an answer is wrong there is nothing to let go of: flat arrays are but memory
    }

    BundleContent content(Steps steps, ModelVersion version) throws Steps.FailedException {
        return steps.take("load", () -> registry.get().content(version));
    }

    private Bundle verified(int version, String digest, BundleContent content) {
        requireSame(version, digest, content);
        return reader.read(content);
    }

    private static void requireSame(int version, String digest, BundleContent content) {
        if (!content.digest().equals(digest)) {
            throw new CorruptArtifactException("The registry gave bundle " + content + " for v" + version
                    + ", whose digest is " + digest + ". Do not use it; restore a good copy.");
        }
    }
}
