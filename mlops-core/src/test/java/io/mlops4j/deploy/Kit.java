package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.PreprocessorFormats;
import io.mlops4j.testkit.FixedClock;
import io.mlops4j.testkit.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** What a test of a deployment needs: a registry, a clock that it moves, and somebody who listens. */
final class Kit {

    static final String MODEL = "penguins";
    static final Penguin GENTOO = new Penguin(5100, 219, "Biscoe", "male");
    static final Penguin ADELIE = new Penguin(3500, 190, "Dream", null);

    final FixedClock clock = FixedClock.at("2026-03-01T00:00:00Z");
    final AtomicLong ticks = new AtomicLong();
    final MemoryRegistry registry = new MemoryRegistry(clock);
    final RecordingListener events = new RecordingListener();
    final ScriptedFormat format = new ScriptedFormat();
    final List<LifecycleListener> listeners = new ArrayList<>(List.of(events));
    ScheduledExecutorService scheduler;
    /** Happens when a row was read, before it is scored. */
    volatile Runnable whileReading = () -> {};

    private final RowReader<Penguin> records = Rows.of(Penguin.class);
    private final RowReader<Penguin> reader = new RowReader<>() {
        @Override
        public Schema schema() {
            return records.schema();
        }

        @Override
        public void read(Penguin row, RowBuffer buffer) {
            records.read(row, buffer);
            whileReading.run();
        }
    };

    Environment environment() {
        return new Environment(
                clock, () -> ticks.addAndGet(1000), Runnable::run, 0, new Emitter(listeners), List.of(format));
    }

    DeploymentBuilder<Penguin, Classification> builder() {
        return builder(environment());
    }

    ModelStoreBuilder<Penguin, Classification> store() {
        return store(environment(), registry);
    }

    ModelStoreBuilder<Penguin, Classification> store(Environment environment, ModelRegistry from) {
        return new ModelStoreBuilder<>(
                reader,
                Classification.class,
                () -> from,
                Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                environment,
                () -> scheduler);
    }

    DeploymentBuilder<Penguin, Classification> builder(Environment environment) {
        return new DeploymentBuilder<>(
                MODEL,
                reader,
                Classification.class,
                () -> registry,
                Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                environment,
                () -> scheduler);
    }

    /** A version with the alias of the champion, whoever had it before. */
    int champion(Bundle bundle) {
        int version = registry.add(bundle);
        point(Alias.CHAMPION, OptionalInt.of(version));
        return version;
    }

    int challenger(Bundle bundle) {
        int version = registry.add(bundle);
        point(Alias.CHALLENGER, OptionalInt.of(version));
        return version;
    }

    void point(String alias, OptionalInt version) {
        OptionalInt before = registry.alias(MODEL, alias)
                .map(present -> OptionalInt.of(present.version()))
                .orElse(OptionalInt.empty());
        registry.move(MODEL, alias, before, version, Decision.by("ada", "release"));
    }

    /** Time goes by, for the clock and the ticker. */
    void pass(Duration time) {
        clock.advance(time);
        ticks.addAndGet(time.toNanos());
    }

    static double gentoo(Deployment<Penguin, Classification> deployment) {
        return deployment.predict(GENTOO).answer().probability("Gentoo");
    }
}
