package io.mlops4j;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Promotion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionComparison;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.deploy.DeploymentBuilder;
import io.mlops4j.deploy.ModelStoreBuilder;
import io.mlops4j.environment.Environment;
import io.mlops4j.monitor.MonitorBuilder;
import io.mlops4j.pipeline.Judgement;
import io.mlops4j.pipeline.ModelOpening;
import io.mlops4j.pipeline.PipelineRunner;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.registry.Transfers;
import io.mlops4j.report.ModelCard;
import io.mlops4j.report.Report;
import io.mlops4j.report.Reports;
import io.mlops4j.watch.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The front door: runs pipelines, registers what they made, deploys and watches it. Safe for use by many threads.
 *
 * <p>It owns the registry that it opened, and a scheduler if none was given; closing it closes both. Deployments and
 * monitors are closed by whoever opened them, before it.
 */
public final class Mlops implements AutoCloseable {

    private final Environment environment;
    private final BundleReader reader;
    private final Opening registry;
    private final Schedule schedule;
    private final String actor;
    private final @Nullable Path lastGood;

    Mlops(
            Environment environment,
            List<PreprocessorFormat> formats,
            Opening registry,
            Schedule schedule,
            String actor,
            @Nullable Path lastGood) {
        this.environment = environment;
        this.reader = Bundles.reader(formats);
        this.registry = registry;
        this.schedule = schedule;
        this.actor = actor;
        this.lastGood = lastGood;
    }

    /**
     * Starts a front door with a home, a clock, listeners or formats of the caller's.
     *
     * @return a builder with the usual settings
     */
    public static MlopsBuilder builder() {
        return new MlopsBuilder();
    }

    /**
     * A front door with the usual settings, and a registry in memory that is gone when it is closed.
     *
     * @return the front door, to be closed by the caller
     */
    public static Mlops create() {
        return builder().build();
    }

    /**
     * A front door with the usual settings, and a registry in a folder.
     *
     * @param home the folder; it is made if it is not there
     * @return the front door, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if the folder cannot be used
     */
    public static Mlops open(Path home) {
        return builder().home(home).build();
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
     * Makes a version of the model of a run, in the name of the {@linkplain MlopsBuilder#actor actor} of this front door.
     *
     * @param run the run; its pipeline's name is that of the model
     * @return the version
     * @throws io.mlops4j.api.error.CriterionNotMetException if it misses a criterion
     * @throws io.mlops4j.api.error.StorageException if it could not be stored; then nothing changed
     */
    public ModelVersion register(Run<?, ?> run) {
        return register(run, Decision.by(actor, "trained by its pipeline"));
    }

    /**
     * Makes a version of the model of a run. It is judged again, now beside the present champion, on the test rows of the run.
     *
     * @param run the run; its pipeline's name is that of the model
     * @param decision who and why
     * @param <Y> the kind of answer
     * @return the version
     * @throws io.mlops4j.api.error.CriterionNotMetException if it misses a criterion
     * @throws io.mlops4j.api.error.StorageException if it could not be stored; then nothing changed
     */
    public <Y extends Prediction> ModelVersion register(Run<?, Y> run, Decision decision) {
        return register(run, Origin.NONE, decision);
    }

    /**
     * Makes a version of the model of a run, as {@link #register(Run, Decision)} does, and says where it comes from.
     *
     * @param run the run; its pipeline's name is that of the model
     * @param origin a build, a commit, a parent; what it is compared with is found out here
     * @param decision who and why
     * @param <Y> the kind of answer
     * @return the version
     * @throws io.mlops4j.api.error.CriterionNotMetException if it misses a criterion
     * @throws io.mlops4j.api.error.NotFoundException if its parent is not there
     * @throws io.mlops4j.api.error.StorageException if it could not be stored; then nothing changed
     */
    public <Y extends Prediction> ModelVersion register(Run<?, Y> run, Origin origin, Decision decision) {
        Judgement<Y> judgement = new Judgement<>(run, environment);
        Optional<ModelVersion> champion =
                judgement.comparesWithChampion() ? champion(run.pipeline().name()) : Optional.empty();
        Verdict verdict = judgement.against(() -> champion.map(this::bundle));
        Origin known = judgement.comparesWithChampion()
                ? origin.baseline(new Origin.Baseline(champion.map(version -> OptionalInt.of(version.number()))
                        .orElse(OptionalInt.empty())))
                : origin;
        return registry()
                .register(Registration.of(run.bundle(), verdict, decision).origin(known));
    }

    private Optional<ModelVersion> champion(String model) {
        return registry().alias(model, Alias.CHAMPION).map(alias -> registry().version(model, alias.version()));
    }

    /**
     * Everything that is known of models and versions: approval, aliases, history, audit.
     *
     * @return the registry; closed with this front door
     */
    public ModelRegistry registry() {
        return registry.get();
    }

    /**
     * Moves an alias to a version, if it passes the gate: read anew it gives its golden answers, its evaluation is there, the
     * policy of the alias allows it, and its criteria hold beside the present champion. For the last, what was found when it
     * was registered counts, unless its criteria compare with a champion and another one is champion now.
     *
     * @param version a version of the registry
     * @param alias the alias, such as {@link Alias#CHAMPION}
     * @param decision who and why
     * @return the move, or all the reasons against it, in which case nothing changed
     * @throws io.mlops4j.api.error.ConflictException if the version was rejected or deleted, or somebody else moved the alias
     *     meanwhile
     */
    public Promotion promote(ModelVersion version, String alias, Decision decision) {
        return gate().promote(version, alias, Optional.empty(), decision);
    }

    /**
     * Moves an alias to a version, if it passes the gate, as {@link #promote(ModelVersion, String, Decision)} does; its
     * criteria are judged anew, beside the present champion, on the test rows of its run.
     *
     * @param version a version of the registry
     * @param alias the alias
     * @param run the run that it was made of
     * @param decision who and why
     * @return the move, or all the reasons against it, in which case nothing changed
     * @throws IllegalArgumentException if the run made another bundle
     */
    public Promotion promote(ModelVersion version, String alias, Run<?, ?> run, Decision decision) {
        if (!run.bundle().digest().equals(version.digest())) {
            throw new IllegalArgumentException(run.bundle() + " of the run is not that of " + version + ".");
        }
        return gate().promote(
                        version,
                        alias,
                        Optional.of(champion -> new Judgement<>(run, environment).against(() -> champion)),
                        decision);
    }

    private PromotionGate gate() {
        return new PromotionGate(registry(), reader, environment);
    }

    /**
     * Makes a version the champion at once and without the gate, for whoever follows that alias.
     *
     * @param version a version of the registry
     * @param decision who and why
     * @return the move
     * @throws io.mlops4j.api.error.ConflictException if the version was rejected, or somebody else moved the alias meanwhile
     * @throws io.mlops4j.api.error.PolicyViolationException if the policy of the alias forbids it
     */
    public AliasMove promote(ModelVersion version, Decision decision) {
        OptionalInt present = registry()
                .alias(version.model(), Alias.CHAMPION)
                .map(alias -> OptionalInt.of(alias.version()))
                .orElse(OptionalInt.empty());
        return registry().move(version.model(), Alias.CHAMPION, present, OptionalInt.of(version.number()), decision);
    }

    /**
     * Brings a version from another registry: it gets the next number of its model here, waits for an approval, and its origin
     * says what it was there, which decides nothing here. Its tags and signatures come with it; whether a signature counts
     * says this registry. The same file a second time gives the same version.
     *
     * @param file what {@link Transfers#exportVersion} wrote
     * @param decision who brings it, and why
     * @return the version here
     * @throws io.mlops4j.api.error.CorruptArtifactException if the file or the bundle in it is damaged or altered
     * @throws io.mlops4j.api.error.UnsupportedModelException if the bundle needs something that is not here
     * @throws io.mlops4j.api.error.StorageException if it cannot be read or stored
     */
    public ModelVersion importVersion(Path file, Decision decision) {
        return new VersionImport(registry(), reader).of(Transfers.readVersion(file), decision);
    }

    /**
     * Reads and verifies the bundle of a version.
     *
     * @param version a version of the registry
     * @return the bundle
     * @throws io.mlops4j.api.error.CorruptArtifactException if it was altered
     * @throws io.mlops4j.api.error.UnsupportedModelException if it is of a newer format, or needs something that is not here
     * @throws io.mlops4j.api.error.StorageException if it cannot be read
     */
    public Bundle bundle(ModelVersion version) {
        return reader.read(registry().content(version));
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
        return predictor(read(file), Rows.of(rowType), predictionType);
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
        return predictor(
                run.bundle(),
                run.pipeline().source().rows(),
                run.pipeline().target().predictionType());
    }

    /**
     * Says how a model of the registry is to be live in this process, and opens it.
     *
     * @param model the name of the model
     * @param rows reads a row
     * @param predictionType the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return a builder that follows the alias {@code champion} unless something else is said
     */
    public <I, Y extends Prediction> DeploymentBuilder<I, Y> deployment(
            String model, RowReader<I> rows, Class<Y> predictionType) {
        DeploymentBuilder<I, Y> builder = new DeploymentBuilder<>(
                        model, rows, predictionType, registry, reader, environment, schedule)
                .actor(actor);
        return lastGood == null ? builder : builder.keepLastGoodIn(lastGood);
    }

    /**
     * Says how many models are to be ready in this process, loaded when somebody asks for them, and opens the store. For
     * one model that is watched and rolled out take a {@linkplain #deployment deployment}.
     *
     * @param rows reads a row, of all models the same
     * @param predictionType the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return a builder
     */
    public <I, Y extends Prediction> ModelStoreBuilder<I, Y> store(RowReader<I> rows, Class<Y> predictionType) {
        ModelStoreBuilder<I, Y> builder =
                new ModelStoreBuilder<>(rows, predictionType, registry, reader, environment, schedule);
        return lastGood == null ? builder : builder.keepLastGoodIn(lastGood);
    }

    /**
     * Says how the model of a pipeline is to be live in this process, for rows of the pipeline's own type, and opens it.
     *
     * @param pipeline the pipeline, whose name is that of the model
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return a builder that follows the alias {@code champion} unless something else is said
     */
    public <I, Y extends Prediction> DeploymentBuilder<I, Y> deployment(Pipeline<I, Y> pipeline) {
        return deployment(
                pipeline.name(), pipeline.source().rows(), pipeline.target().predictionType());
    }

    /**
     * Makes a version live in this process, for rows of a pipeline's own type. If there is no champion yet the version becomes
     * it; otherwise it is rolled out beside the champion.
     *
     * @param pipeline the pipeline, whose name is that of the model
     * @param version one of its versions
     * @param how all at once, or as a canary
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the deployment, to be closed by the caller
     * @throws io.mlops4j.api.error.ConflictException if the version was rejected, or somebody moved an alias meanwhile
     * @throws io.mlops4j.api.error.MlopsException if it cannot be loaded and nothing else is live
     */
    public <I, Y extends Prediction> Deployment<I, Y> deploy(
            Pipeline<I, Y> pipeline, ModelVersion version, Rollout how) {
        return deployment(pipeline).rollout(version.number(), how).open();
    }

    /**
     * Says what is to be watched of a deployment, and starts to watch it.
     *
     * @param deployment one that this front door opened
     * @return a builder
     * @throws IllegalArgumentException if the deployment is somebody else's
     */
    public MonitorBuilder monitor(Deployment<?, ?> deployment) {
        if (!(deployment instanceof Watched watched)) {
            throw new IllegalArgumentException("Only a deployment of this library can be watched, not a "
                    + deployment.getClass().getName() + ".");
        }
        return new MonitorBuilder(watched, environment, schedule);
    }

    /**
     * Makes the page of a deployment, for people: what is live since when and why, and how inputs, answers and quality have
     * moved.
     *
     * @param deployment the deployment
     * @param monitor what watched it
     * @return the page, to be written or sent
     */
    public Report report(Deployment<?, ?> deployment, Monitor monitor) {
        String model = deployment.model();
        return Reports.of(deployment.status(), registry().versions(model), moves(model), monitor.reports());
    }

    private List<AliasMove> moves(String model) {
        Stream<String> present = registry().aliases(model).stream().map(Alias::name);
        return Stream.concat(Stream.of(Alias.CHAMPION, Alias.CHALLENGER), present)
                .distinct() // a challenger whose trial has ended is no alias any more, but has a history
                .flatMap(alias -> registry().history(model, alias).stream())
                .toList();
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
     * Makes the card of a version: what it is, how it was judged, on which data, by whom, and where it was live.
     *
     * @param version a version of the registry
     * @return the card, as Markdown and as a page
     * @throws io.mlops4j.api.error.NotFoundException if its bundle is not there any more
     */
    public ModelCard card(ModelVersion version) {
        String model = version.model();
        return ModelCard.of(registry().model(model), version, bundle(version), moves(model));
    }

    /**
     * Makes the page of two versions side by side, for people: metrics, and how they differ in input, parameters, data,
     * libraries and training rows.
     *
     * @param first one version of the registry
     * @param second another one, of the same model or of another
     * @return the page, to be written or sent
     * @throws io.mlops4j.api.error.NotFoundException if the bundle of one is not there any more
     */
    public Report report(ModelVersion first, ModelVersion second) {
        return Reports.of(VersionComparison.of(first, second), bundle(first), bundle(second));
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
    public <I, Y extends Prediction> Predictor<I, Y> predictor(
            Bundle bundle, RowReader<I> rows, Class<Y> predictionType) {
        Instant start = environment.clock().instant();
        ModelPredictor<I, Y> predictor =
                ModelOpening.predictor(bundle, rows, predictionType, environment.modelFormats());
        Instant end = environment.clock().instant();
        ModelOpening.extraColumns(predictor, end).ifPresent(environment.emitter()::emit);
        environment
                .emitter()
                .emit(new LifecycleEvent.BundleLoaded(
                        end, bundle.name(), bundle.digest(), Duration.between(start, end)));
        return predictor;
    }

    /** Closes the registry, and the scheduler if it is our own. Closing twice is harmless. */
    @Override
    public void close() {
        schedule.close();
        registry.close();
    }
}
