package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ends, and when. */
class CloseTest {

    private final Kit kit = new Kit();

    @Test
    @Tag("F32")
    void closingTwiceIsHarmlessAndCallsAfterwardsSaySo() {
        kit.champion(Versions.foreign(1));
        Deployment<Penguin, Classification> live = kit.builder().open();
        live.close();
        live.close();

        assertThat(kit.format.open()).isZero();
        assertThat(kit.format.opened).allMatch(model -> model.closed == 1);
        assertThatThrownBy(() -> live.predict(Kit.GENTOO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(live::status).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> live.feedback(1, "Gentoo")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> live.rollback("because")).isInstanceOf(IllegalStateException.class);
        live.refresh();
    }

    @Test
    @Tag("F18")
    void aModelThatIsSwappedOutIsReleasedAfterItsLastCallAndNobodyWaitsForIt() throws Exception {
        kit.champion(Versions.foreign(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            kit.format.instead.put(1, () -> {
                inside.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return ScriptedFormat.answers(1, 1);
            });
            ExecutorService caller = Executors.newSingleThreadExecutor();
            try {
                Future<Served<Classification>> slow = caller.submit(() -> live.predict(Kit.GENTOO));
                inside.await();
                kit.champion(Versions.foreign(2));
                live.refresh();
                kit.champion(Versions.foreign(3));
                live.refresh();

                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(3);
                assertThat(kit.format.opened.get(0).closed).isZero();
                goOn.countDown();
                assertThat(slow.get().version()).isEqualTo(1);
            } finally {
                caller.shutdown();
                assertThat(caller.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(kit.format.opened.get(0).closed).isEqualTo(1);
            assertThat(kit.format.open()).isEqualTo(2); // champion and previous
        }
        assertThat(kit.format.open()).isZero();
        assertThat(kit.format.calledAfterClose).hasValue(0);
    }

    @Test
    @Tag("F18")
    void aCallThatFindsItsModelReleasedTakesThePresentOne() {
        kit.champion(Versions.foreign(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            AtomicInteger reads = new AtomicInteger();
            kit.whileReading = () -> {
                if (reads.incrementAndGet() == 1) {
                    kit.champion(Versions.foreign(2));
                    live.refresh();
                    kit.champion(Versions.foreign(3));
                    live.refresh();
                }
            };

            Served<Classification> served = live.predict(Kit.GENTOO);

            assertThat(kit.format.opened.get(0).closed).isEqualTo(1);
            assertThat(served.version()).isEqualTo(3);
            assertThat(served.answer().probability("Gentoo")).isEqualTo(ScriptedFormat.probability(3));
            assertThat(live.status().unanswered()).isZero();
        }
    }

    @Test
    @Tag("T18")
    void aReaderThatThrowsIsNotHeldAgainstTheModel() {
        kit.champion(Versions.compiled(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.whileReading = () -> {
                throw new IllegalStateException("secret of the row");
            };
            assertThatThrownBy(() -> live.predict(Kit.GENTOO))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("IllegalStateException")
                    .hasMessageNotContaining("secret");
            assertThat(live.status().refused()).isEqualTo(1);
            assertThat(live.status().champion().failures()).isZero();
        }
    }

    @Test
    @Tag("F18")
    @Tag("F32")
    void predictingWhileItIsClosedGivesAnswersOrSaysThatItIsClosed() throws Exception {
        for (int round = 0; round < 50; round++) {
            Kit own = new Kit();
            own.champion(Versions.foreign(1));
            Deployment<Penguin, Classification> live = own.builder().open();
            CountDownLatch started = new CountDownLatch(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<?>[] callers = new Future<?>[2];
                for (int i = 0; i < 2; i++) {
                    callers[i] = threads.submit(() -> {
                        started.countDown();
                        while (true) {
                            try {
                                live.predict(Kit.GENTOO);
                            } catch (IllegalStateException closed) {
                                return closed.getMessage();
                            }
                        }
                    });
                }
                started.await();
                live.close();
                for (Future<?> caller : callers) {
                    assertThat((String) caller.get(10, TimeUnit.SECONDS)).contains("The deployment of model");
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(own.format.open()).isZero();
            assertThat(own.format.calledAfterClose).hasValue(0);
        }
    }

    @Test
    @Tag("F18")
    void nativeModelsAreSwappedUnderLoadWithoutAFailedCall() throws Exception {
        kit.champion(Versions.foreign(1));
        try (Deployment<Penguin, Classification> live =
                kit.builder().challenger(Rollouts.canary(percent(30))).open()) {
            AtomicInteger wrong = new AtomicInteger();
            CountDownLatch stop = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<?>[] callers = new Future<?>[2];
                for (int i = 0; i < 2; i++) {
                    callers[i] = threads.submit(() -> {
                        while (stop.getCount() > 0) {
                            Served<Classification> served = live.predict(Kit.GENTOO);
                            if (served.answer().probability("Gentoo") != ScriptedFormat.probability(served.version())) {
                                wrong.incrementAndGet();
                            }
                        }
                        return null;
                    });
                }
                for (int swap = 2; swap < 60; swap++) {
                    if (swap % 3 == 0) {
                        kit.challenger(Versions.foreign(swap));
                    } else {
                        kit.champion(Versions.foreign(swap));
                    }
                    live.refresh();
                }
                stop.countDown();
                for (Future<?> caller : callers) {
                    caller.get(10, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(wrong).hasValue(0);
            assertThat(live.status().champion().failures()).isZero();
            assertThat(kit.format.calledAfterClose).hasValue(0);
        }
        assertThat(kit.format.open()).isZero();
    }

    @Test
    @Tag("F33")
    void ownsNoThreadAndLeavesNothingInTheSchedulerThatItWasLent() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
        scheduler.setRemoveOnCancelPolicy(true);
        kit.scheduler = scheduler;
        try {
            kit.champion(Versions.compiled(0));
            int threads = Thread.activeCount();
            Deployment<Penguin, Classification> live =
                    kit.builder().every(Duration.ofHours(1)).open();
            assertThat(scheduler.getQueue()).hasSize(1);

            live.close();

            assertThat(scheduler.getQueue()).isEmpty();
            assertThat(scheduler.isShutdown()).isFalse();
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
        } finally {
            scheduler.shutdownNow();
        }
    }

    @Test
    void theScheduleTakesTheSamePathAsARefresh() throws Exception {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
        kit.scheduler = scheduler;
        CountDownLatch swapped = new CountDownLatch(2);
        kit.listeners.add(event -> {
            if (event instanceof LifecycleEvent.Swapped) {
                swapped.countDown();
            }
        });
        try {
            kit.champion(Versions.compiled(0));
            try (Deployment<Penguin, Classification> live =
                    kit.builder().every(Duration.ofMillis(5)).open()) {
                kit.champion(Versions.compiled(1));
                assertThat(swapped.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(2);
            }
        } finally {
            scheduler.shutdownNow();
        }
    }

    @Test
    @Tag("F29")
    void aListenerMayThrowOrChangeTheDeploymentItself() {
        kit.listeners.add(0, event -> {
            throw new IllegalStateException("out of order");
        });
        kit.champion(Versions.compiled(0));
        kit.champion(Versions.compiled(1));
        Deployment<?, ?>[] self = new Deployment<?, ?>[1];
        kit.listeners.add(event -> {
            if (event instanceof LifecycleEvent.Swapped swapped
                    && swapped.receipt().to().orElse(0) == 3
                    && self[0] != null) {
                self[0].rollback("3 is unlucky");
            }
        });
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            self[0] = live;
            kit.champion(Versions.compiled(2));
            live.refresh();

            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(2);
        }
    }
}
