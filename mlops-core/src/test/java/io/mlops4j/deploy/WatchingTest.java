package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.watch.ColumnBins;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.ReferenceBins;
import io.mlops4j.watch.Watched;
import io.mlops4j.watch.WatchedVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted while a deployment answers. */
class WatchingTest {

    private static final List<Penguin> ROWS = List.of(
            Kit.GENTOO,
            Kit.ADELIE,
            new Penguin(10, 1000, "Atlantis", null),
            new Penguin(4000, 200, "Torgersen", "female"));

    private final Kit kit = new Kit();

    private static Watched watched(Deployment<?, ?> live) {
        return (Watched) live;
    }

    private static Counts counts(Deployment<?, ?> live) {
        return watched(live).champion().counts().get();
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    /** Every bin of every column, compared with what counting one row after the other by hand gives. */
    private static void assertCounted(Counts counts, ReferenceBins bins, List<Penguin> rows) {
        for (int i = 0; i < bins.inputs().size(); i++) {
            ColumnBins column = bins.inputs().get(i);
            long[] expected = new long[column.size()];
            for (Penguin row : rows) {
                expected[bin(bins, column, row)]++;
            }
            assertThat(counts.input(i)).as(column.column()).containsExactly(expected);
        }
        assertThat(counts.rows()).isEqualTo(rows.size());
        assertThat(sum(counts.score())).isEqualTo(rows.size());
        assertThat(sum(counts.label())).isEqualTo(rows.size());
    }

    private static int bin(ReferenceBins bins, ColumnBins column, Penguin row) {
        int at = bins.schema().position(column.column());
        return switch (column.column()) {
            case "mass" -> column.bin(row.mass());
            case "flipper" -> column.bin(row.flipper());
            case "island" -> column.bin(Versions.TRAINED.categories().get(at).code(row.island()));
            default -> column.bin(Versions.TRAINED.categories().get(at).code(row.sex()));
        };
    }

    @ParameterizedTest(name = "compiled: {0}")
    @ValueSource(booleans = {true, false})
    void everyColumnScoreLabelAndLatencyIsCountedWhateverAnswers(boolean compiled) {
        kit.champion(compiled ? Versions.compiled(0) : Versions.foreign(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            List<Penguin> rows = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                rows.add(ROWS.get(i % ROWS.size()));
                live.predict(rows.get(i));
            }
            Counts counts = counts(live);

            assertCounted(counts, watched(live).champion().reference(), rows);
            int island = 2;
            assertThat(counts.input(island)[ColumnBins.UNSEEN]).isEqualTo(25);
            assertThat(counts.input(3)[ColumnBins.MISSING]).isEqualTo(50);
            assertThat(counts.failures()).isZero();
            assertThat(counts.latency(0.5)).isBetween(0.97e-6, 1.03e-6); // one tick of the ticker
        }
    }

    @Test
    void aRowThatIsRefusedCountsNowhereAndOneThatFailsAsAFailureOnly() {
        kit.champion(Versions.foreign(1));
        try (Deployment<Penguin, Classification> live =
                kit.builder().fallback(row -> rule()).open()) {
            live.predict(Kit.GENTOO);
            kit.format.instead.put(1, () -> null);
            live.predict(Kit.GENTOO);
            try {
                live.predict(new Penguin(Double.NaN, 219, "Biscoe", "male"));
            } catch (io.mlops4j.api.error.InvalidDataException expected) {
                assertThat(live.status().refused()).isEqualTo(1);
            }
            Counts counts = counts(live);
            assertThat(counts.rows()).isEqualTo(2);
            assertThat(counts.failures()).isEqualTo(1);
            assertThat(sum(counts.input(0))).isEqualTo(1);
        }
    }

    private static Classification rule() {
        return Classification.wrap(Versions.TRAINED.classes().orElseThrow(), new double[] {0.5, 0.5});
    }

    @Test
    void aVersionThatComesBackIsCountedAnew() {
        kit.champion(Versions.compiled(0));
        kit.champion(Versions.compiled(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            live.predict(Kit.GENTOO);
            WatchedVersion first = watched(live).champion();
            kit.pass(Duration.ofHours(1));
            live.rollback("back");
            live.predict(Kit.GENTOO);
            live.predict(Kit.GENTOO);
            kit.pass(Duration.ofHours(1));
            kit.point(Alias.CHAMPION, OptionalInt.of(2));
            live.refresh();
            live.predict(Kit.GENTOO);

            WatchedVersion again = watched(live).champion();
            assertThat(again.version()).isEqualTo(first.version());
            assertThat(again.since()).isAfter(first.since());
            assertThat(again.counts().get().rows()).isEqualTo(1);
            assertThat(live.status().champion().predictions()).isEqualTo(2);
        }
    }

    @Test
    void theChallengersRowsAreItsOwn() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder()
                .rollout(kit.registry.add(Versions.compiled(1)), Rollouts.canary(percent(40)))
                .open()) {
            for (int i = 0; i < 1000; i++) {
                live.predict(Kit.GENTOO);
            }
            long tried = live.status().challenger().orElseThrow().predictions();
            assertThat(tried).isBetween(300L, 500L);
            assertThat(live.status().champion().predictions()).isEqualTo(1000 - tried);
        }
    }

    /** Rows within rows: the reader predicts another row, which needs a lane of its own. */
    @Test
    void aCallWithinACallIsCountedToo() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            AtomicBoolean inside = new AtomicBoolean();
            kit.whileReading = () -> {
                if (inside.compareAndSet(false, true)) {
                    live.predict(Kit.ADELIE);
                    inside.set(false);
                }
            };
            for (int i = 0; i < 100; i++) {
                live.predict(Kit.GENTOO);
            }
            assertThat(counts(live).rows()).isEqualTo(200);
        }
    }

    @Test
    void countsAreExactConsistentAndNeverFallWhileThreadsGoOn() throws Exception {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            int threads = 3;
            int rows = 100_000;
            CountDownLatch started = new CountDownLatch(threads);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            int looks = 0;
            try {
                List<Future<?>> ends = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    ends.add(pool.submit(() -> {
                        started.countDown();
                        for (int i = 0; i < rows; i++) {
                            live.predict(ROWS.get(i % ROWS.size()));
                        }
                    }));
                }
                started.await();
                long last = 0;
                while (ends.stream().anyMatch(end -> !end.isDone())) {
                    Counts seen = counts(live);
                    looks++;
                    assertThat(seen.rows()).isGreaterThanOrEqualTo(last);
                    last = seen.rows();
                    for (int column = 0; column < 4; column++) {
                        assertThat(sum(seen.input(column))).isEqualTo(seen.rows());
                    }
                    assertThat(sum(seen.score())).isEqualTo(seen.rows());
                    assertThat(sum(seen.label())).isEqualTo(seen.rows());
                }
                for (Future<?> end : ends) {
                    end.get();
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(looks).isGreaterThan(10);
            assertThat(counts(live).rows()).isEqualTo((long) threads * rows);
            assertThat(live.status().champion().predictions()).isEqualTo((long) threads * rows);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void countsAreExactWithThousandsOfVirtualThreads() throws Exception {
        kit.champion(Versions.foreign(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.format.instead.put(1, () -> {
                Thread.yield(); // lets another virtual thread in while the lane is out
                return ScriptedFormat.answers(1, 1);
            });
            ExecutorService virtual = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            try {
                List<Future<?>> ends = new ArrayList<>();
                for (int thread = 0; thread < 3000; thread++) {
                    ends.add(virtual.submit(() -> {
                        for (int i = 0; i < 10; i++) {
                            live.predict(ROWS.get(i % ROWS.size()));
                        }
                    }));
                }
                for (Future<?> end : ends) {
                    end.get();
                }
            } finally {
                virtual.shutdownNow();
            }
            assertThat(((LiveDeployment<?, ?>) live).lanes()).isPositive();
            assertThat(counts(live).rows()).isEqualTo(30_000);
            assertThat(sum(counts(live).input(0))).isEqualTo(30_000);
        }
    }

    @Test
    void watchingMakesNoObject() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder()
                .rollout(kit.registry.add(Versions.compiled(1)), Rollouts.canary(percent(10)))
                .open()) {
            assertThat(bytes(() -> live.predict(Kit.GENTOO))).isLessThanOrEqualTo(160);
        }
    }

    private static double bytes(Runnable call) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        int calls = 50_000;
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            least = Math.min(
                    least,
                    (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / (double) calls);
        }
        return least;
    }
}
