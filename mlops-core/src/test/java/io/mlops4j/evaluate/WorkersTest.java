package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.MlopsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void doEachPieceOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        Workers.of(threads, 2).run(1000, done::incrementAndGet);
        for (int piece = 0; piece < 1000; piece++) {
            assertThat(done.get(piece)).isEqualTo(1);
        }
    }

    @Test
    void doNotWaitForHelpersThatNeverStart() {
        List<Runnable> ignored = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        Workers.of(ignored::add, 5).run(3, piece -> done.incrementAndGet());
        assertThat(done).hasValue(3);
        assertThat(ignored).as("no more helpers than pieces for them").hasSize(2);
        ignored.forEach(Runnable::run);
        assertThat(done).as("a late helper finds nothing left").hasValue(3);
    }

    @Test
    void doAllThemselvesIfTheExecutorIsFullOrShutDown() {
        threads.shutdown();
        AtomicInteger done = new AtomicInteger();
        Workers.of(threads, 2).run(3, piece -> done.incrementAndGet());
        assertThat(done).hasValue(3);
    }

    @Test
    void useTheirHelpers() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Workers.of(threads, 1).run(2, piece -> {
            both.countDown();
            awaitUnchecked(both); // ends only if two threads are here at once
        });
        assertThat(both.await(0, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Tag("F29")
    void passOnWhatFailed() {
        assertThatThrownBy(() -> Workers.of(threads, 2).run(100, piece -> {
                    if (piece == 57) {
                        throw new IllegalStateException("piece 57");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("piece 57");
        assertThatThrownBy(() -> Workers.of(threads, 2).run(100, piece -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    @Tag("F29")
    void doNothingMoreAfterAFailure() {
        AtomicInteger done = new AtomicInteger();
        assertThatThrownBy(() -> Workers.none().run(100, piece -> {
                    done.incrementAndGet();
                    throw new IllegalStateException("first");
                }))
                .hasMessage("first");
        assertThat(done).hasValue(1);
    }

    @Test
    @Tag("F30")
    void stopWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Workers.none().run(10, piece -> {}))
                    .isInstanceOf(MlopsException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        }
    }

    @Test
    @Tag("F30")
    void stopWhenInterruptedWhileTheyWait() {
        Thread caller = Thread.currentThread();
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(2);
        try {
            assertThatThrownBy(() -> Workers.of(threads, 1).run(2, piece -> {
                        started.countDown();
                        awaitUnchecked(started);
                        if (Thread.currentThread() != caller) {
                            caller.interrupt();
                            awaitUnchecked(released);
                        }
                    }))
                    .isInstanceOf(MlopsException.class);
        } finally {
            released.countDown();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
