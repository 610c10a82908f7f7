package io.mlops4j.benchmarks.serve;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.benchmarks.predict.Census;
import io.mlops4j.benchmarks.predict.Person;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.deploy.DeploymentBuilder;
import io.mlops4j.deploy.Rollouts;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.prepare.PreprocessorFormats;
import io.mlops4j.registry.Registries;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The logistic model as champion, and once more as its challenger for 10 % of the rows. */
final class LiveCensus implements AutoCloseable {

    private static final String MODEL = "census";
    private static final Decision DECISION = Decision.by("benchmark", "to be measured");

    private final ModelRegistry registry = Registries.inMemory();
    private final Deployment<Person, Classification> deployment;

    LiveCensus(Bundle bundle) {
        int champion = register(bundle);
        int challenger = register(bundle);
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(champion), DECISION);
        Environment environment = new Environment(
                InstantSource.system(), System::nanoTime, Runnable::run, 0, new Emitter(List.of()), List.of());
        deployment = new DeploymentBuilder<>(
                        MODEL,
                        Census.ROWS,
                        Classification.class,
                        () -> registry,
                        Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                        environment,
                        () -> {
                            throw new IllegalStateException("Nothing is scheduled here.");
                        })
                .rollout(challenger, Rollouts.canary(Percent.percent(10)))
                .open();
    }

    private int register(Bundle bundle) {
        return registry.register(new Registration(
                        MODEL, bundle.content(), new Verdict.Approved(List.of()), DECISION, Optional.empty()))
                .number();
    }

    Deployment<Person, Classification> deployment() {
        return deployment;
    }

    @Override
    public void close() {
        deployment.close();
        registry.close();
    }
}
