package io.mlops4j.pipeline;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.check.CheckReport;
import io.mlops4j.data.Splits;
import io.mlops4j.environment.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs one pipeline once, stage by stage. Everything that gets into the bundle depends on data, declaration and seeds alone.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class PipelineRunner<I, Y extends Prediction> {

    /** The seed of the usual split; as good as any, and always the same. */
    private static final long USUAL_SEED = 1;

    private static final double USUAL_SHARE = 80;

    private final Pipeline<I, Y> pipeline;
    private final Environment environment;
    private final StageRecorder stages;

    /**
     * Prepares a run.
     *
     * @param pipeline what to run
     * @param environment clock, listeners and formats
     */
    public PipelineRunner(Pipeline<I, Y> pipeline, Environment environment) {
        this.pipeline = pipeline;
        this.environment = environment;
        this.stages = new StageRecorder(pipeline.name(), environment.clock(), environment.emitter());
    }

    /**
     * Runs the pipeline.
     *
     * @return the run with its bundle and verdict
     */
    public Run<I, Y> run() {
        Instant start = environment.clock().instant();
        environment.emitter().emit(new LifecycleEvent.RunStarted(start, pipeline.name(), Stage.labels()));
        try {
            Run<I, Y> run = execute(start);
            environment
                    .emitter()
                    .emit(new LifecycleEvent.RunFinished(
                            environment.clock().instant(),
                            pipeline.name(),
                            stages.total(),
                            run.verdict(),
                            run.bundle().digest()));
            return run;
        } catch (RuntimeException e) {
            environment
                    .emitter()
                    .emit(new LifecycleEvent.RunFailed(
                            environment.clock().instant(),
                            pipeline.name(),
                            stages.current(),
                            String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private Run<I, Y> execute(Instant start) {
        Readings readings = stages.stage(Stage.READ, progress -> read(), Readings::describe);
        Dataset rows = readings.source().rows();
        List<Violation> warnings = stages.stage(
                Stage.VALIDATE,
                progress -> validate(readings),
                broken -> broken.isEmpty() ? "all expectations hold" : broken.size() + " warnings");
        Partition parts = stages.stage(
                Stage.SPLIT,
                progress -> split(readings),
                part -> part.training().size() + " training rows, "
                        + part.test().size() + " test rows");
        TruthReader truths = TruthReader.of(pipeline.target(), parts.training());
        Preparation preparation = stages.stage(
                Stage.PREPARE,
                progress -> Preparation.fit(pipeline.preprocessors(), parts.training(), progress),
                done -> done.space().size() + " features");
        TrainedModel trained = stages.stage(
                Stage.TRAIN,
                progress -> pipeline.trainer().train(preparation.trainingSet(truths), progress),
                model -> model.form().map(Object::toString).orElse("a model without flat arrays"));
        Evaluation evaluation;
        Bundle bundle;
        try (BundleMaker<Y> maker = new BundleMaker<>(pipeline, parts, truths, preparation, trained, environment)) {
            evaluation = stages.stage(
                    Stage.EVALUATE,
                    progress -> maker.evaluate(),
                    measured -> measured.measurements().stream()
                            .filter(measurement -> measurement.slice().isEmpty())
                            .map(measurement -> String.format(
                                    java.util.Locale.ROOT, "%s %.4f", measurement.metric(), measurement.value()))
                            .collect(java.util.stream.Collectors.joining(", ")));
            bundle = stages.stage(Stage.BUNDLE, progress -> maker.bundle(evaluation, rows), Bundle::toString);
        }
        Verdict verdict = Verdict.of(pipeline.criteria(), evaluation, Optional.empty());
        return new Run<>(
                pipeline, bundle, verdict, warnings, readings.rejected(), stages.timings(), start, parts.test());
    }

    private Readings read() {
        SourceReading source = read(pipeline.source());
        if (source.rows().size() == 0) {
            throw new InvalidDataException(source.name() + " has no rows to learn from.");
        }
        return new Readings(source, pipeline.split().flatMap(Split::testSource).map(this::read));
    }

    private SourceReading read(DataSource<?> source) {
        SourceReading reading = SourceReading.of(source, pipeline.schema());
        if (reading.rejected().count() > 0) {
            environment
                    .emitter()
                    .emit(new LifecycleEvent.RowsRejected(
                            environment.clock().instant(), pipeline.name(), reading.name(), reading.rejected()));
        }
        return reading;
    }

    private List<Violation> validate(Readings readings) {
        CheckReport report = readings.examine(pipeline.expectations());
        for (Violation warning : report.warnings()) {
            environment
                    .emitter()
                    .emit(new LifecycleEvent.ExpectationBroken(
                            environment.clock().instant(), pipeline.name(), warning));
        }
        if (!report.stops().isEmpty()) {
            throw new InvalidDataException(
                    readings.name() + " breaks what was expected of it:",
                    report.stops().stream().map(Violation::toString).toList());
        }
        return report.warnings();
    }

    private Partition split(Readings readings) {
        Split split = pipeline.split().orElseGet(this::usualSplit);
        Dataset rows = readings.source().rows();
        Partition parts =
                readings.test().map(test -> new Partition(rows, test.rows())).orElseGet(() -> split.split(rows));
        if (parts.training().size() == 0 || parts.test().size() == 0) {
            throw new InvalidDataException("The split " + split.describe() + " of " + rows.size() + " rows leaves "
                    + parts.training().size() + " for training and "
                    + parts.test().size() + " for the test; both need some.");
        }
        return parts;
    }

    private Split usualSplit() {
        io.mlops4j.api.data.Percent share = io.mlops4j.api.data.Percent.percent(USUAL_SHARE);
        boolean grouped = !pipeline.schema().withRole(Role.GROUP).isEmpty();
        return pipeline.target().predictionType() == Classification.class && !grouped
                ? Splits.stratified(share).seed(USUAL_SEED)
                : Splits.random(share).seed(USUAL_SEED);
    }
}
