package io.mlops4j.benchmarks.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.benchmarks.predict.Census;
import io.mlops4j.benchmarks.predict.Person;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.deploy.ModelStore;
import io.mlops4j.deploy.ModelStoreBuilder;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.prepare.PreprocessorFormats;
import io.mlops4j.registry.Registries;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A store with one model in it. */
final class StoredCensus implements AutoCloseable {

    static final String MODEL = "census";

    private static final Decision DECISION = Decision.by("benchmark", "to be measured");

    private final ModelRegistry registry = Registries.inMemory();
    private final ModelStore<Person, Classification> models;

    StoredCensus(Bundle bundle) {
        int version = registry.register(new Registration(
                        MODEL, bundle.content(), new Verdict.Approved(List.of()), DECISION, Optional.empty()))
                .number();
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(version), DECISION);
        Environment environment = new Environment(
                InstantSource.system(), System::nanoTime, Runnable::run, 0, new Emitter(List.of()), List.of());
        models = new ModelStoreBuilder<>(
                        Census.ROWS,
                        Classification.class,
                        () -> registry,
                        Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                        environment,
                        () -> {
                            throw new IllegalStateException("Nothing is scheduled here.");
                        })
                .open();
    }

    ModelStore<Person, Classification> models() {
        return models;
    }

    @Override
    public void close() {
        models.close();
        registry.close();
    }
}
