package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.PreprocessorFormats;
import io.mlops4j.registry.Registries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole life of two versions in a real registry. */
class RealRegistryTest {

    private static final Decision ADA = Decision.by("ada", "release");

    private final ScriptedFormat format = new ScriptedFormat();
    private final Environment environment = new Environment(
            InstantSource.system(), System::nanoTime, Runnable::run, 0, new Emitter(List.of()), List.of(format));

    private static int register(ModelRegistry registry, Bundle bundle) {
        Registration registration =
                new Registration(Kit.MODEL, bundle.content(), new Verdict.Approved(List.of()), ADA, Optional.empty());
        int number = registry.register(registration).number();
        registry.approve(Kit.MODEL, number, ADA);
        return number;
    }

    private DeploymentBuilder<Penguin, Classification> builder(ModelRegistry registry) {
        return new DeploymentBuilder<>(
                Kit.MODEL,
                Rows.of(Penguin.class),
                Classification.class,
                () -> registry,
                Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                environment,
                () -> {
                    throw new AssertionError("nobody asked for a schedule");
                });
    }

    @Test
    void goesFromTheFirstVersionThroughACanaryAndBack(@TempDir Path home) {
        try (ModelRegistry registry = Registries.embedded(home)) {
            int first = register(registry, Versions.compiled(0));
            int second = register(registry, Versions.compiled(1));
            try (Deployment<Penguin, Classification> live = builder(registry)
                    .rollout(first, Rollouts.canary(percent(10)))
                    .open()) {
                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(first);
            }
            try (Deployment<Penguin, Classification> live = builder(registry)
                    .rollout(second, Rollouts.canary(percent(10)))
                    .open()) {
                assertThat(live.status().challenger()).isPresent();
                live.promote("looks good");
                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(second);

                AliasMove back = live.rollback("support ticket 4711");

                assertThat(back.to()).hasValue(first);
                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(first);
                assertThatThrownBy(() -> live.promote("again")).isInstanceOf(ConflictException.class);
            }
            assertThat(registry.history(Kit.MODEL, Alias.CHAMPION))
                    .extracting(move -> move.decision().reason())
                    .hasSize(3)
                    .last()
                    .isEqualTo("support ticket 4711");
        }
        try (ModelRegistry reopened = Registries.embedded(home);
                Deployment<Penguin, Classification> live = builder(reopened).open()) {
            assertThat(live.predict(Kit.GENTOO).answer().probability("Gentoo"))
                    .isEqualTo(Versions.probability(0, Kit.GENTOO));
        }
    }

    @Test
    void aPromotionThatAPolicyForbidsIsTheVersionsFailureAndNotAnOutage() {
        try (ModelRegistry registry = Registries.inMemory()) {
            int first = register(registry, Versions.compiled(0));
            int second = register(registry, Versions.compiled(1));
            registry.move(Kit.MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(first), ADA);
            registry.policies().set(Kit.MODEL, Alias.CHAMPION, AliasPolicy.OPEN.signedBy(1), ADA);
            Rollout.Canary plan = Rollouts.canary(percent(100)).minimumRows(1).promoteAfter(Duration.ZERO);
            try (Deployment<Penguin, Classification> live =
                    builder(registry).rollout(second, plan).open()) {
                live.predict(Kit.GENTOO);

                live.refresh();

                assertThat(live.status().registryError()).isEmpty();
                assertThat(live.status().failures()).singleElement().satisfies(failure -> {
                    assertThat(failure.version()).isEqualTo(second);
                    assertThat(failure.step()).isEqualTo("promotion");
                    assertThat(failure.reason()).contains("signature");
                });

                registry.policies().set(Kit.MODEL, Alias.CHAMPION, AliasPolicy.OPEN, ADA);
                live.refresh();

                assertThat(live.status().champion().version()).isEqualTo(second);
                assertThat(live.status().failures()).isEmpty();
            }
        }
    }

    @Test
    @Tag("F19")
    void anAbortedCanaryStandsInTheAudit() {
        try (ModelRegistry registry = Registries.inMemory()) {
            int first = register(registry, Versions.compiled(0));
            int second = register(registry, Versions.foreign(1));
            registry.move(Kit.MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(first), ADA);
            try (Deployment<Penguin, Classification> live = builder(registry)
                    .rollout(
                            second,
                            Rollouts.canary(percent(100)).minimumRows(20).abortIf(new Signal.ErrorRate().above(0.1)))
                    .open()) {
                format.instead.put(1, () -> null);
                for (int i = 0; i < 20; i++) {
                    live.predict(Kit.GENTOO);
                }
                live.refresh();
                assertThat(live.status().challenger()).isEmpty();
            }
            assertThat(registry.audit(Kit.MODEL))
                    .last()
                    .satisfies(entry -> assertThat(entry.decision().reason())
                            .startsWith("aborted after 20 rows, error rate above 0.1"));
        }
    }

    @Test
    void anAliasThatNobodyHasIsNamed() {
        try (ModelRegistry registry = Registries.inMemory()) {
            register(registry, Versions.compiled(0));
            assertThatThrownBy(() -> builder(registry).open()).isInstanceOf(NotFoundException.class);
        }
    }
}
