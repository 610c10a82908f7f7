package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.deploy.SwapReceipt.Check;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.ModelOpening;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.watch.ReferenceBins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes a version of the registry ready to answer, step by step; nobody sees it before the last one passed. */
final class Loader<I, Y extends Prediction> {

    /** So often are the golden rows answered before the first real one comes. */
    private static final int WARM_ROUNDS = 50;

    /** The library of a model that is not compiled is slow, and has nothing to warm but itself. */
    private static final int FOREIGN_ROUNDS = 1;

    private final ModelRegistry registry;
    private final BundleReader reader;
    private final RowReader<I> rows;
    private final Class<Y> type;
    private final Environment environment;
    private final Memory memory;
    private final KnownClasses classes;

    Loader(
            ModelRegistry registry,
            BundleReader reader,
            RowReader<I> rows,
            Class<Y> type,
            Environment environment,
            Memory memory,
            KnownClasses classes) {
        this.registry = registry;
        this.reader = reader;
        this.rows = rows;
        this.type = type;
        this.environment = environment;
        this.memory = memory;
        this.classes = classes;
    }

    /** A version that can answer, and what was done to be sure. */
    record Loaded<I, Y extends Prediction>(Live<I, Y> live, List<Check> checks) {}

    /** A step that failed. */
    static final class StepFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String step;
        private final RuntimeException reason;

        StepFailedException(String step, RuntimeException reason) {
            super(reason);
            this.step = step;
            this.reason = reason;
        }

        String step() {
            return step;
        }

        RuntimeException reason() {
            return reason;
        }
    }

    Loaded<I, Y> load(String model, int number) throws StepFailedException {
        Steps steps = new Steps();
        ModelVersion version = steps.take("load", () -> registry.version(model, number));
        BundleContent content = steps.take("load", () -> registry.content(version));
        Bundle bundle = steps.take("digest", () -> verified(version, content));
        ModelPredictor<I, Y> predictor =
                steps.take("schema", () -> ModelOpening.unchecked(bundle, rows, type, environment.modelFormats()));
        try {
            steps.take("golden rows", () -> {
                ModelOpening.requireGolden(bundle, predictor);
                return true;
            });
            Live<I, Y> live = steps.take("warm", () -> warmed(version, bundle, predictor));
            return new Loaded<>(live, steps.passed);
        } catch (StepFailedException e) {
            predictor.retire();
            throw e;
        }
    }

    private Bundle verified(ModelVersion version, BundleContent content) {
        if (!content.digest().equals(version.digest())) {
            throw new CorruptArtifactException("The registry gave bundle " + content + " for " + version
                    + ", whose digest is another one. Do not use it; restore a good copy.");
        }
        return reader.read(content.bytes());
    }

    private Live<I, Y> warmed(ModelVersion version, Bundle bundle, ModelPredictor<I, Y> predictor) {
        int rounds = bundle.form().isPresent() ? WARM_ROUNDS : FOREIGN_ROUNDS;
        double[] scores = new double[bundle.golden().answers().length];
        for (int i = 0; i < rounds; i++) {
            predictor.scorer().score(bundle.golden().inputs(), scores);
        }
        classes.add(version.number(), bundle.classes());
        return new Live<>(
                version.number(),
                version.digest(),
                predictor,
                type,
                ReferenceBins.of(bundle),
                memory,
                environment.ticker());
    }

    /** Times the steps; several of one name count as one. */
    private final class Steps {

        private final List<Check> passed = new ArrayList<>();

        <T> T take(String name, Supplier<T> step) throws StepFailedException {
            long start = environment.ticker().getAsLong();
            T result;
            try {
                result = step.get();
            } catch (RuntimeException e) {
                throw new StepFailedException(name, e);
            } catch (StackOverflowError | LinkageError e) {
                throw new StepFailedException(name, new IllegalStateException(e));
            }
            Duration took = Duration.ofNanos(environment.ticker().getAsLong() - start);
            int last = passed.size() - 1;
            if (last >= 0 && passed.get(last).name().equals(name)) {
                took = took.plus(passed.remove(last).took());
            }
            passed.add(new Check(name, took));
            return result;
        }
    }
}
