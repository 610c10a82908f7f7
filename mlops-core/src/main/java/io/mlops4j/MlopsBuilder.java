package io.mlops4j;

import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.prepare.NamedFunction;
import io.mlops4j.prepare.PreprocessorFormats;
import io.mlops4j.registry.Registries;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes everything that the library uses from outside; each has a default that touches nothing global. */
public final class MlopsBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(MlopsBuilder.class);

    private final List<LifecycleListener> listeners = new ArrayList<>();
    private final List<NamedFunction> functions = new ArrayList<>();
    private final List<PreprocessorFormat> preprocessorFormats = new ArrayList<>();
    private final List<ModelFormat> modelFormats = new ArrayList<>();
    private final List<PreprocessorFormat> foundPreprocessorFormats = new ArrayList<>();
    private final List<ModelFormat> foundModelFormats = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private LongSupplier ticker = System::nanoTime;
    private Executor executor = Runnable::run;
    private int helpers;
    private String actor = "application";
    private @Nullable ScheduledExecutorService scheduler;
    private Function<Environment, ModelRegistry> registry = Registries::inMemory;
    private boolean registryIsGiven;
    private @Nullable Path lastGood;

    MlopsBuilder() {}

    /**
     * Tells the time of events and the length of stages.
     *
     * @param source the clock; the system's unless given
     * @return this
     */
    public MlopsBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * Measures how long predictions take.
     *
     * @param nanoseconds of a clock that never goes back; {@link System#nanoTime()} unless given
     * @return this
     */
    public MlopsBuilder ticker(LongSupplier nanoseconds) {
        this.ticker = nanoseconds;
        return this;
    }

    /**
     * Runs what can be done side by side. The results do not depend on it.
     *
     * @param sideBySide the executor, which stays the caller's; without this call the calling thread does everything
     * @param tasks how many tasks it is given at a time, beside the calling thread; at least 1
     * @return this
     */
    public MlopsBuilder executor(Executor sideBySide, int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("An executor is given at least 1 task at a time, not " + tasks + ".");
        }
        this.executor = sideBySide;
        this.helpers = tasks;
        return this;
    }

    /**
     * Adds listeners, which are told what happens, in this order.
     *
     * @param added the listeners
     * @return this
     */
    public MlopsBuilder listener(LifecycleListener... added) {
        Collections.addAll(listeners, added);
        return this;
    }

    /**
     * Adds functions that stored models may name.
     *
     * @param added functions with names and versions
     * @return this
     */
    public MlopsBuilder function(NamedFunction... added) {
        Collections.addAll(functions, added);
        return this;
    }

    /**
     * Adds formats of fitted steps beyond the built-in ones.
     *
     * @param added the formats
     * @return this
     */
    public MlopsBuilder preprocessorFormat(PreprocessorFormat... added) {
        Collections.addAll(preprocessorFormats, added);
        return this;
    }

    /**
     * Adds formats of models that have no compiled scorer.
     *
     * @param added the formats
     * @return this
     */
    public MlopsBuilder modelFormat(ModelFormat... added) {
        Collections.addAll(modelFormats, added);
        return this;
    }

    /**
     * Looks for formats of steps and models as services. One that was added too, before or after this call, is that one: the
     * found one of the same class and name is left out. Without this call nothing is looked for.
     *
     * @param loader where to look; never the thread's own unless it is passed here
     * @return this
     */
    public MlopsBuilder discoverFormats(ClassLoader loader) {
        ServiceLoader.load(PreprocessorFormat.class, loader).forEach(foundPreprocessorFormats::add);
        ServiceLoader.load(ModelFormat.class, loader).forEach(foundModelFormats::add);
        return this;
    }

    /** The added ones, and the found ones that are not among them; two classes of one name are left to complain about. */
    private static <T> List<T> withFound(List<T> added, List<T> found, Function<T, String> name) {
        List<T> all = new ArrayList<>(added);
        for (T format : found) {
            boolean known = all.stream()
                    .anyMatch(other -> other.getClass() == format.getClass()
                            && name.apply(other).equals(name.apply(format)));
            if (!known) {
                all.add(format);
            }
        }
        return List.copyOf(all);
    }

    /**
     * Keeps the registry in a folder: an SQLite database, and the bundles beside it. Without this call or one of its kind
     * the registry lives in memory and is gone when the library is closed.
     *
     * @param folder is made if it is not there
     * @return this
     */
    public MlopsBuilder home(Path folder) {
        return opening(given -> Registries.embedded(folder, given));
    }

    /**
     * Keeps the registry in a database that several processes share.
     *
     * @param database a PostgreSQL database, whose connections stay the caller's
     * @param blobs where the bundles are
     * @return this
     */
    public MlopsBuilder database(DataSource database, BlobStore blobs) {
        return opening(given -> Registries.sql(database, blobs, given));
    }

    /**
     * Uses a registry of the caller's.
     *
     * @param own the registry; closed with the library
     * @return this
     */
    public MlopsBuilder registry(ModelRegistry own) {
        return opening(given -> own);
    }

    /** What somebody asked for is opened at once, so that it fails at once. */
    private MlopsBuilder opening(Function<Environment, ModelRegistry> how) {
        this.registry = how;
        this.registryIsGiven = true;
        return this;
    }

    /**
     * Lets deployments and stores start with copies of what was live last, if the registry is of no use then. It is also why
     * a database that is down when this front door is built is no error: it is opened when it is up again.
     *
     * @param folder of this machine, and not in the place of the registry; made if it is not there, but not its parent
     * @return this
     */
    public MlopsBuilder keepLastGoodIn(Path folder) {
        this.lastGood = folder;
        return this;
    }

    /**
     * Says in whose name the registry is changed where no decision is given.
     *
     * @param name a person or a process; {@code application} unless given
     * @return this
     */
    public MlopsBuilder actor(String name) {
        this.actor = name;
        return this;
    }

    /**
     * Runs what deployments and monitors do again and again. Without this call the library makes a scheduler with one daemon
     * thread, {@code mlops-scheduler}, when the first of them asks for it, and stops it when it is closed.
     *
     * @param own the scheduler, which stays the caller's
     * @return this
     */
    public MlopsBuilder scheduler(ScheduledExecutorService own) {
        this.scheduler = own;
        return this;
    }

    /**
     * Makes the library's front door.
     *
     * @return the front door, safe for use by many threads; to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if the registry cannot be opened, unless there may be
     *     {@linkplain #keepLastGoodIn copies}
     */
    public Mlops build() {
        List<PreprocessorFormat> formats = new ArrayList<>(PreprocessorFormats.builtIn(functions));
        formats.addAll(withFound(preprocessorFormats, foundPreprocessorFormats, PreprocessorFormat::name));
        Environment environment = new Environment(
                clock,
                ticker,
                executor,
                helpers,
                new Emitter(listeners),
                withFound(modelFormats, foundModelFormats, ModelFormat::name));
        Opening opening = new Opening(() -> registry.apply(environment));
        if (registryIsGiven) {
            open(opening);
        }
        return new Mlops(environment, List.copyOf(formats), opening, new Schedule(scheduler), actor, lastGood);
    }

    private void open(Opening opening) {
        try {
            opening.get();
        } catch (StorageException e) {
            if (lastGood == null) {
                throw e;
            }
            LOG.warn("The registry cannot be opened; deployments start with their copies, and it is tried again", e);
        }
    }
}
