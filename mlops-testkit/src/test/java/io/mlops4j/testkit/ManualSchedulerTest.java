package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest {

    private final FixedClock clock = FixedClock.at("2026-01-01T00:00:00Z");
    private final ManualScheduler scheduler = ManualScheduler.with(clock);
    private final List<String> ran = new ArrayList<>();

    private Runnable note(String name) {
        return () -> ran.add(name + " " + clock.instant());
    }

    @Test
    void aTaskRunsWhenTheClockShowsItsTime() {
        scheduler.schedule(note("later"), 2, TimeUnit.HOURS);
        scheduler.schedule(note("sooner"), 1, TimeUnit.HOURS);

        scheduler.advance(Duration.ofMinutes(59));
        assertThat(ran).isEmpty();

        scheduler.advance(Duration.ofHours(3));
        assertThat(ran).containsExactly("sooner 2026-01-01T01:00:00Z", "later 2026-01-01T02:00:00Z");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T03:59:00Z"));
    }

    @Test
    void aTaskThatRepeatsRunsAsOftenAsItsTimeComes() {
        scheduler.scheduleAtFixedRate(note("check"), 1, 1, TimeUnit.HOURS);

        scheduler.advance(Duration.ofDays(1));

        assertThat(ran).hasSize(24).endsWith("check 2026-01-02T00:00:00Z");
        assertThat(scheduler.waiting()).isEqualTo(1);
    }

    @Test
    void aTaskThatWaitsBetweenItsEndsCountsFromThem() {
        scheduler.scheduleWithFixedDelay(() -> clock.advance(Duration.ofMinutes(30)), 60, 60, TimeUnit.MINUTES);

        scheduler.advance(Duration.ofHours(1));

        ScheduledFuture<?> other = scheduler.schedule(note("other"), 0, TimeUnit.SECONDS);
        assertThat(other.getDelay(TimeUnit.SECONDS)).isZero();
        assertThat(scheduler.toString()).startsWith("scheduler with 2 tasks");
    }

    @Test
    void aCancelledTaskDoesNotRun() {
        ScheduledFuture<?> task = scheduler.scheduleAtFixedRate(note("check"), 1, 1, TimeUnit.HOURS);
        scheduler.advance(Duration.ofHours(1));

        task.cancel(false);
        scheduler.advance(Duration.ofHours(5));

        assertThat(ran).hasSize(1);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void aTaskThatThrowsDoesNotRepeatAsWithTheSchedulersOfTheJdk() {
        scheduler.scheduleAtFixedRate(
                () -> {
                    ran.add("tried");
                    throw new IllegalStateException("broken");
                },
                1,
                1,
                TimeUnit.HOURS);

        scheduler.advance(Duration.ofHours(5));

        assertThat(ran).containsExactly("tried");
    }

    @Test
    void whatIsHandedOverRunsAtOnce() throws Exception {
        assertThat(scheduler.submit(() -> 42).get()).isEqualTo(42);
        ScheduledFuture<Integer> later = scheduler.schedule(() -> 43, 1, TimeUnit.MINUTES);
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(later.get()).isEqualTo(43);
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> scheduler.advance(Duration.ofSeconds(-1)));
    }

    @Test
    void afterItsEndItTakesNothing() {
        scheduler.scheduleAtFixedRate(note("check"), 1, 1, TimeUnit.HOURS);
        assertThat(scheduler.shutdownNow()).hasSize(1);

        scheduler.advance(Duration.ofDays(1));

        assertThat(ran).isEmpty();
        assertThat(scheduler.isTerminated()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> scheduler.execute(note("late")));
    }
}
