package io.mlops4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
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
import io.mlops4j.testkit.ManualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever follows an alias looks again and again, and at once if it was moved here. */
class WatchTest {

    private static final Decision ADA = Decision.by("ada", "release");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Kit kit = new Kit();
    private final ManualScheduler scheduler = ManualScheduler.with(kit.clock);
    private final Emitter emitter = new Emitter(List.of());
    private final List<Instant> looks = new ArrayList<>();

    private Watch watch(RandomGenerator chance) {
        Watch watch =
                new Watch(scheduler, new Watch.Rhythm(MINUTE, chance), "A test", () -> looks.add(kit.clock.instant()));
        watch.start(emitter, Kit.MODEL::equals);
        return watch;
    }

    /** Chance that is none. */
    private static RandomGenerator always(double number) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return number;
            }
        };
    }

    @Test
    void aPauseIsNeverLongerThanWasSaidAndAtMostAFifthShorter() {
        Instant start = kit.clock.instant();
        try (Watch shortest = watch(always(0))) {
            scheduler.advance(Duration.ofSeconds(100));
            assertThat(looks).containsExactly(start.plusSeconds(48), start.plusSeconds(96));
        }
        looks.clear();
        try (Watch longest = watch(always(1))) {
            scheduler.advance(Duration.ofSeconds(119));
            assertThat(looks).containsExactly(start.plusSeconds(160));
        }
    }

    @Test
    void goesOnAfterALookThatThrew() {
        int[] count = {0};
        try (Watch watch = new Watch(scheduler, new Watch.Rhythm(MINUTE, always(1)), "A test", () -> {
            count[0]++;
            throw new IllegalStateException("on purpose");
        })) {
            watch.start(emitter, Kit.MODEL::equals);
            scheduler.advance(Duration.ofMinutes(3));
        }
        assertThat(count[0]).isEqualTo(3);
    }

    @Test
    @Tag("F32")
    void looksNoMoreWhenItIsClosedOrItsSchedulerIs() {
        watch(always(1)).close();
        scheduler.advance(Duration.ofHours(1));
        assertThat(looks).isEmpty();

        try (Watch watch = watch(always(1));
                ModelRegistry registry = registry()) {
            scheduler.shutdownNow();
            assertThatCode(() -> moved(registry)).doesNotThrowAnyException();
        }
        assertThat(emitter.failures()).isZero();
    }

    private Environment environment() {
        return new Environment(kit.clock, () -> 0, Runnable::run, 0, emitter, List.of());
    }

    private ModelRegistry registry() {
        return Registries.inMemory(environment());
    }

    private static int moved(ModelRegistry registry) {
        int number = registry.register(new Registration(
                        Kit.MODEL,
                        Versions.compiled(0).content(),
                        new Verdict.Approved(List.of()),
                        ADA,
                        Optional.empty()))
                .number();
        OptionalInt before = registry.alias(Kit.MODEL, Alias.CHAMPION)
                .map(alias -> OptionalInt.of(alias.version()))
                .orElse(OptionalInt.empty());
        registry.move(Kit.MODEL, Alias.CHAMPION, before, OptionalInt.of(number), ADA);
        return number;
    }

    @Test
    void aMoveInThisProcessIsSeenAtOnceByDeploymentsAndStores() {
        kit.scheduler = scheduler;
        try (ModelRegistry registry = registry()) {
            int first = moved(registry);
            try (Deployment<Penguin, Classification> live = new DeploymentBuilder<>(
                                    Kit.MODEL,
                                    Rows.of(Penguin.class),
                                    Classification.class,
                                    () -> registry,
                                    Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                                    environment(),
                                    () -> scheduler)
                            .every(MINUTE)
                            .open();
                    ModelStore<Penguin, Classification> store =
                            kit.store(environment(), registry).every(MINUTE).open()) {
                assertThat(store.champion(Kit.MODEL).version()).isEqualTo(first);

                int second = moved(registry); // time stands still

                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(second);
                assertThat(store.champion(Kit.MODEL).version()).isEqualTo(second);
                live.rollback("support ticket 4711");
                assertThat(store.champion(Kit.MODEL).version()).isEqualTo(first);
                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(first);
            }
            moved(registry);
            assertThat(emitter.failures()).isZero();
        }
    }

    @Test
    void aMoveByAnotherProcessIsSeenWithinThePause() {
        kit.scheduler = scheduler;
        kit.champion(Versions.compiled(0)); // this registry tells nobody
        try (Deployment<Penguin, Classification> live =
                        kit.builder().every(MINUTE).open();
                ModelStore<Penguin, Classification> store =
                        kit.store().every(MINUTE).open()) {
            store.champion(Kit.MODEL);
            kit.champion(Versions.compiled(1));
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            scheduler.advance(MINUTE);
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(2);
            assertThat(store.champion(Kit.MODEL).version()).isEqualTo(2);
        }
    }
}
