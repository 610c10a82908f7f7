package io.mlops4j;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.Judgement;
import io.mlops4j.pipeline.ModelOpening;
import io.mlops4j.pipeline.PipelineRunner;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.report.Report;
import io.mlops4j.report.Reports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The front door: runs pipelines, and opens what they made. Safe for use by many threads.
 *
 * <p>It owns no thread, file or connection. Registry, deployment and monitor will be opened from here.
 */
public final class Mlops {

    private final Environment environment;
    private final BundleReader reader;

    Mlops(Environment environment, List<PreprocessorFormat> formats) {
        this.environment = environment;
        this.reader = Bundles.reader(formats);
    }

    /**
     * Starts a front door with a clock, listeners or formats of the caller's.
     *
     * @return a builder with the usual settings
     */
    public static MlopsBuilder builder() {
        return new MlopsBuilder();
    }

    /**
     * A front door with the usual settings.
     *
     * @return the front door
     */
    public static Mlops create() {
        return builder().build();
    }

    /**
     * Runs a pipeline in the calling thread.
     *
     * @param pipeline what to run
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the run, whose verdict may be a rejection
     * @throws io.mlops4j.api.error.InvalidDataException if the data are not as they were declared
     * @throws io.mlops4j.api.error.StorageException if the source cannot be read
     */
    public <I, Y extends Prediction> Run<I, Y> run(Pipeline<I, Y> pipeline) {
        return new PipelineRunner<>(pipeline, environment).run();
    }

    /**
     * Stores a bundle as a file.
     *
     * @param bundle the bundle
     * @param file where it goes; a file that is there is replaced as a whole or not at all
     * @throws io.mlops4j.api.error.StorageException if the disk refuses
     */
    public void write(Bundle bundle, Path file) {
        Bundles.overwrite(bundle, file);
    }

    /**
     * Reads and verifies a bundle.
     *
     * @param file the file
     * @return the bundle
     * @throws io.mlops4j.api.error.CorruptArtifactException if it is altered or none
     * @throws io.mlops4j.api.error.UnsupportedModelException if it is of a newer format, or needs something that is not here
     * @throws io.mlops4j.api.error.StorageException if the disk refuses
     */
    public Bundle read(Path file) {
        return reader.read(file);
    }

    /**
     * Reads, verifies and opens a bundle for rows of a record type.
     *
     * @param file the file
     * @param rowType the record that holds a row; its components are matched with the model's columns by name
     * @param predictionType the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     * @throws io.mlops4j.api.error.SchemaException if the record does not fit the model, with every difference
     */
    public <I, Y extends Prediction> Predictor<I, Y> load(Path file, Class<I> rowType, Class<Y> predictionType) {
        return open(read(file), Rows.of(rowType), predictionType);
    }

    /**
     * Opens the model of a run, for rows of the pipeline's own type.
     *
     * @param run the run, approved or not
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     */
    public <I, Y extends Prediction> Predictor<I, Y> predictor(Run<I, Y> run) {
        return open(
                run.bundle(),
                run.pipeline().source().rows(),
                run.pipeline().target().predictionType());
    }

    /**
     * Makes the page of a run, for people: verdict, measurements, curves, slices, columns, lineage. The model answers its test
     * rows once more for it.
     *
     * @param run the run, approved or not
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the page, to be written or sent
     */
    public <I, Y extends Prediction> Report report(Run<I, Y> run) {
        return Reports.of(run, new Judgement<>(run, environment).outcomes());
    }

    /**
     * Opens a bundle.
     *
     * @param bundle a verified bundle
     * @param rows reads a row
     * @param predictionType the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     * @throws io.mlops4j.api.error.SchemaException if the rows do not fit the model, with every difference
     * @throws io.mlops4j.api.error.UnsupportedModelException if the model gives another kind of answer, cannot be served row by
     *     row, or does not give its golden answers here
     */
    public <I, Y extends Prediction> Predictor<I, Y> open(Bundle bundle, RowReader<I> rows, Class<Y> predictionType) {
        Instant start = environment.clock().instant();
        ModelPredictor<I, Y> predictor =
                ModelOpening.predictor(bundle, rows, predictionType, environment.modelFormats());
        List<String> extra = predictor.extraColumns();
        Instant end = environment.clock().instant();
        if (!extra.isEmpty()) {
            environment.emitter().emit(new LifecycleEvent.ExtraColumnsIgnored(end, bundle.name(), extra));
        }
        environment
                .emitter()
                .emit(new LifecycleEvent.BundleLoaded(
                        end, bundle.name(), bundle.digest(), Duration.between(start, end)));
        return predictor;
    }
}
