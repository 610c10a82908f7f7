package io.mlops4j;

import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.prepare.NamedFunction;
import io.mlops4j.prepare.PreprocessorFormats;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Takes everything that the library uses from outside; each has a default that touches nothing global. */
public final class MlopsBuilder {

    private final List<LifecycleListener> listeners = new ArrayList<>();
    private final List<NamedFunction> functions = new ArrayList<>();
    private final List<PreprocessorFormat> preprocessorFormats = new ArrayList<>();
    private final List<ModelFormat> modelFormats = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private LongSupplier ticker = System::nanoTime;
    private Executor executor = Runnable::run;
    private int helpers;

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
     * Looks for formats of steps and models as services, after those that were added. Without this call nothing is looked
     * for.
     *
     * @param loader where to look; never the thread's own unless it is passed here
     * @return this
     */
    public MlopsBuilder discoverFormats(ClassLoader loader) {
        ServiceLoader.load(PreprocessorFormat.class, loader).forEach(preprocessorFormats::add);
        ServiceLoader.load(ModelFormat.class, loader).forEach(modelFormats::add);
        return this;
    }

    /**
     * Makes the library's front door.
     *
     * @return the front door, safe for use by many threads
     */
    public Mlops build() {
        List<PreprocessorFormat> formats = new ArrayList<>(PreprocessorFormats.builtIn(functions));
        formats.addAll(preprocessorFormats);
        Environment environment =
                new Environment(clock, ticker, executor, helpers, new Emitter(listeners), List.copyOf(modelFormats));
        return new Mlops(environment, List.copyOf(formats));
    }
}
