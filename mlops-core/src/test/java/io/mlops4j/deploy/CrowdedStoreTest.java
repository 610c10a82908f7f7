package io.mlops4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many threads and one store: one load for all who wait, and never more than there is room for. */
@Tag("F22")
class CrowdedStoreTest {

    private static final int THREADS = 8;
    private static final int VERSIONS = 20;
    private static final int ROOM = 3;
    private static final long SIZE = Versions.foreign(1).content().size();

    private final Kit kit = new Kit();
    private final CountedFormat format = new CountedFormat();
    private final Environment environment = new Environment(
            kit.clock, new AtomicLong()::incrementAndGet, Runnable::run, 0, new Emitter(List.of()), List.of(format));

    /** Counts how many models are open at most. */
    private static final class CountedFormat implements ModelFormat {

        final AtomicInteger open = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public String name() {
            return ScriptedFormat.NAME;
        }

        @Override
        public OpenModel open(ReferenceModel model, FeatureSpace space, List<String> outputs) {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            int script = model.bytes()[0];
            return new OpenModel() {
                @Override
                public double[] score(Dataset prepared) {
                    return ScriptedFormat.answers(script, prepared.size());
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }
    }

    private ModelStoreBuilder<Penguin, Classification> store() {
        for (int version = 1; version <= VERSIONS; version++) {
            kit.registry.add(Versions.foreign(version));
        }
        return kit.store(environment, kit.registry);
    }

    private static void together(IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                ends.add(threads.submit(() -> {
                    start.await();
                    work.accept(number);
                    return number;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void allWhoWaitShareOneLoad() throws Exception {
        kit.registry.whileReading = Thread::yield;
        try (ModelStore<Penguin, Classification> store = store().open()) {
            for (int version = 1; version <= VERSIONS; version++) {
                int wanted = version;
                together(thread -> store.version(Kit.MODEL, wanted));
            }
            assertThat(kit.registry.reads()).isEqualTo(VERSIONS);
            assertThat(store.counts().loads()).isEqualTo(VERSIONS);
        }
    }

    /** The broken twin: who looks first and puts afterwards loads as often as somebody asks. */
    @Test
    void lookingFirstAndPuttingAfterwardsWouldLoadMoreOften() throws Exception {
        Map<Integer, Object> loaded = new ConcurrentHashMap<>();
        CyclicBarrier reading = new CyclicBarrier(THREADS);
        kit.registry.add(Versions.foreign(1));
        kit.registry.whileReading = () -> meet(reading);
        together(thread -> {
            if (!loaded.containsKey(1)) {
                loaded.put(1, kit.registry.content(kit.registry.version(Kit.MODEL, 1)));
            }
        });
        assertThat(kit.registry.reads()).isEqualTo(THREADS);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neverHoldsMoreThanThereIsRoomForWhileItLoads() throws Exception {
        try (ModelStore<Penguin, Classification> store =
                store().limit(ROOM * SIZE + SIZE / 2).open()) {
            together(thread -> {
                SplittableRandom random = new SplittableRandom(thread);
                for (int i = 0; i < 100; i++) {
                    int version = 1 + random.nextInt(VERSIONS);
                    store.version(Kit.MODEL, version);
                }
            });
            assertThat(format.most).as("models open at once").hasValueLessThanOrEqualTo(ROOM);
            assertThat(store.counts().evictions()).isPositive();
            assertThat(store.counts().bytes()).isLessThanOrEqualTo(ROOM * SIZE);
        }
        assertThat(format.open).hasValue(0);
    }

    /** The broken twin: a cache that makes room after the load holds one more for each who loads. */
    @Test
    void makingRoomAfterwardsWouldHoldMore() {
        LoadingCache<Integer, OpenModel> cache = Caffeine.newBuilder()
                .maximumWeight(ROOM)
                .weigher((Integer key, OpenModel model) -> 1)
                .executor(Runnable::run)
                .removalListener((key, model, cause) -> {
                    if (model != null) {
                        model.close();
                    }
                })
                .build(version -> format.open(
                        new ReferenceModel(ScriptedFormat.NAME, new byte[] {1}),
                        new FeatureSpace(List.of()),
                        List.of()));
        for (int version = 1; version <= VERSIONS; version++) {
            assertThat(cache.get(version)).isNotNull();
        }
        assertThat(format.most).hasValueGreaterThan(ROOM);
    }

    @Test
    void answersAreThoseOfTheVersionWhileModelsComeAndGo() throws Exception {
        AtomicInteger wrong = new AtomicInteger();
        try (ModelStore<Penguin, Classification> store =
                store().limit(ROOM * SIZE).open()) {
            together(thread -> {
                SplittableRandom random = new SplittableRandom(thread);
                for (int i = 0; i < 200; i++) {
                    int version = 1 + random.nextInt(VERSIONS);
                    double answer = store.version(Kit.MODEL, version)
                            .predict(Kit.ADELIE)
                            .probability("Gentoo");
                    if (answer != ScriptedFormat.probability(version)) {
                        wrong.incrementAndGet();
                    }
                }
            });
        }
        assertThat(wrong).hasValue(0);
        assertThat(format.open).hasValue(0);
    }
}
