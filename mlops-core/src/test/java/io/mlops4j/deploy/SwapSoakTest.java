package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.data.Rows;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.predict.Predictors;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Swaps and rollbacks under full load; with {@code -Dmlops.soak=true} ten times as long. */
class SwapSoakTest {

    private static final int VERSIONS = 6;
    private static final int SWAPS = 200;
    private static final long PREDICTIONS = Boolean.getBoolean("mlops.soak") ? 100_000_000 : 10_000_000;
    private static final long MOST_GROWTH = 4 << 20;

    private static final List<Penguin> ROWS = List.of(
            Kit.GENTOO,
            Kit.ADELIE,
            new Penguin(4200, 205, "Dream", "female"),
            new Penguin(4300, 203, "Atlantis", null));

    private static double[][] known() {
        double[][] known = new double[VERSIONS + 1][ROWS.size()];
        for (int version = 1; version <= VERSIONS; version++) {
            for (int row = 0; row < ROWS.size(); row++) {
                known[version][row] = Versions.probability(version / 10.0, ROWS.get(row));
            }
        }
        return known;
    }

    private final Kit kit = new Kit();
    private final Soak soak = new Soak(ROWS, known());

    private void register() {
        for (int version = 1; version <= VERSIONS; version++) {
            kit.registry.add(Versions.compiled(version / 10.0));
        }
        kit.point(Alias.CHAMPION, OptionalInt.of(1));
    }

    /** The next version, a canary of it, its end, its promotion, a rollback, and so on. */
    private void swap(Deployment<Penguin, Classification> live, int i) {
        int champion = live.status().champion().version();
        int other = champion % VERSIONS + 1;
        switch (i % 5) {
            case 0 -> {
                kit.point(Alias.CHAMPION, OptionalInt.of(other));
                live.refresh();
            }
            case 1, 3 -> {
                kit.point(Alias.CHALLENGER, OptionalInt.of(other));
                live.refresh();
            }
            case 2 -> live.promote("soak");
            default -> {
                live.rollback("soak");
                live.rollback("soak");
            }
        }
    }

    @Test
    @Tag("F18")
    void noCallFailsAndEveryAnswerBelongsToTheVersionThatItNames() throws Exception {
        register();
        // a ticker that threads share would be the bottleneck
        Environment environment =
                new Environment(kit.clock, System::nanoTime, Runnable::run, 0, new Emitter(List.of()), List.of());
        try (Deployment<Penguin, Classification> live = kit.builder(environment)
                .challenger(Rollouts.canary(percent(30)))
                .open()) {
            long before = System.nanoTime();
            soak.run(live::predict, PREDICTIONS, SWAPS, i -> swap(live, i));
            double seconds = (System.nanoTime() - before) / 1e9;

            System.out.printf(
                    java.util.Locale.ROOT,
                    "swap soak: %,d predictions, %d swaps in %.1f s, %d errors, %d wrong, heap %+d KB%n",
                    soak.done(),
                    SWAPS,
                    seconds,
                    soak.errors(),
                    soak.wrong(),
                    soak.growth() / 1024);
            assertThat(soak.done()).isGreaterThanOrEqualTo(PREDICTIONS);
            assertThat(soak.errors()).isZero();
            assertThat(soak.wrong()).isZero();
            assertThat(soak.growth()).isLessThan(MOST_GROWTH);
            assertThat(live.status().unanswered()).isZero();
            assertThat(live.status().champion().failures()).isZero();
            Counts counts = ((Watched) live).champion().counts().get();
            assertThat(java.util.Arrays.stream(counts.input(0)).sum()).isEqualTo(counts.rows());
        }
    }

    /** Names the version by a second reference, as one would who had not thought of swaps. */
    private static final class TornDeployment {

        private final List<ModelPredictor<Penguin, Classification>> models = new ArrayList<>();
        private volatile ModelPredictor<Penguin, Classification> model;
        private volatile int version;

        TornDeployment() {
            for (int i = 1; i <= VERSIONS; i++) {
                models.add(Predictors.open(Versions.compiled(i / 10.0), Rows.of(Penguin.class), Classification.class));
            }
            swap(1);
        }

        void swap(int to) {
            model = models.get(to - 1);
            version = to;
        }

        Served<Classification> predict(Penguin row) {
            Classification answer = model.predict(row);
            return new Served<>(1, answer, version, Route.CHAMPION, Rung.CHAMPION);
        }
    }

    @Test
    @Tag("F18")
    void theSoakCatchesADeploymentThatSwapsInTwoSteps() throws Exception {
        TornDeployment torn = new TornDeployment();

        soak.run(torn::predict, 2_000_000, 2000, i -> torn.swap(i % VERSIONS + 1));

        assertThat(soak.wrong()).isPositive();
    }
}
