package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LateWalkTest {

    private static final int THREADS = 4;

    private final AtomicInteger made = new AtomicInteger();
    private final LateWalk walk = new LateWalk(() -> {
        made.incrementAndGet();
        return (WalkPlan) Passengers.walk().evaluation();
    });

    @Test
    void isNotMadeBeforeSomebodyWantsIt() {
        assertThat(made).hasValue(0);
        walk.get();
        assertThat(made).hasValue(1);
    }

    @Test
    void isMadeOnceHoweverManyWantItAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<WalkPlan> wanting = () -> {
                start.await(10, TimeUnit.SECONDS);
                return walk.get();
            };
            List<Future<WalkPlan>> all = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(wanting))
                    .toList();
            for (Future<WalkPlan> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isSameAs(walk.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(1);
    }
}
