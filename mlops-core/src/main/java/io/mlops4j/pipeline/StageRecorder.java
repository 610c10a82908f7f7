package io.mlops4j.pipeline;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.StageTiming;
import io.mlops4j.api.train.Progress;
import io.mlops4j.environment.Emitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes the time of each stage of one run and tells the listeners. Used by the thread of the run. */
final class StageRecorder {

    private final String model;
    private final InstantSource clock;
    private final Emitter emitter;
    private final List<StageTiming> timings = new ArrayList<>();
    private String current = "start";

    StageRecorder(String model, InstantSource clock, Emitter emitter) {
        this.model = model;
        this.clock = clock;
        this.emitter = emitter;
    }

    /** A stage's work; it may say how far it is. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress);
    }

    <T> T stage(Stage stage, Work<T> work, Function<T, String> outcome) {
        String name = stage.label();
        current = name;
        Instant start = clock.instant();
        emitter.emit(new LifecycleEvent.StageStarted(start, model, name));
        T result = work.run((done, total) ->
                emitter.emit(new LifecycleEvent.StageProgressed(clock.instant(), model, name, done, total)));
        Duration took = Duration.between(start, clock.instant());
        timings.add(new StageTiming(name, took));
        emitter.emit(new LifecycleEvent.StageFinished(clock.instant(), model, name, took, outcome.apply(result)));
        return result;
    }

    /** The stage that is under way, or was last. */
    String current() {
        return current;
    }

    List<StageTiming> timings() {
        return timings;
    }

    Duration total() {
        return timings.stream().map(StageTiming::took).reduce(Duration.ZERO, Duration::plus);
    }
}
