package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.PredictionId;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.watch.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Truths that come later. */
class FeedbackTest {

    private record Outcome(long id, int version, double error, double previousError) {}

    private final Kit kit = new Kit();
    private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

    private Deployment<Penguin, Classification> open(DeploymentBuilder<Penguin, Classification> builder) {
        Deployment<Penguin, Classification> live = builder.open();
        ((Watched) live)
                .listen((id, version, error, previous) -> outcomes.add(new Outcome(id, version, error, previous)));
        return live;
    }

    @Test
    @Tag("F25")
    void isJoinedOnceCorrectedWhenItChangesAndIgnoredWhenItIsToldAgain() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = open(kit.builder())) {
            long id = live.predict(Kit.GENTOO).id();

            assertThat(live.feedback(id, "Gentoo")).isEqualTo(Feedback.JOINED);
            assertThat(live.feedback(id, "Gentoo")).isEqualTo(Feedback.DUPLICATE);
            assertThat(live.feedback(id, "Adelie")).isEqualTo(Feedback.CORRECTED);
            assertThat(live.feedback(id + 1, "Adelie")).isEqualTo(Feedback.UNKNOWN);
            assertThat(live.feedback(-1, "Adelie")).isEqualTo(Feedback.UNKNOWN);

            assertThat(outcomes).containsExactly(new Outcome(id, 1, 0, Double.NaN), new Outcome(id, 1, 1, 0));
            assertThat(live.status().feedback())
                    .containsEntry(Feedback.JOINED, 1L)
                    .containsEntry(Feedback.DUPLICATE, 1L)
                    .containsEntry(Feedback.CORRECTED, 1L)
                    .containsEntry(Feedback.UNKNOWN, 2L)
                    .containsEntry(Feedback.EXPIRED, 0L);
        }
    }

    @Test
    @Tag("F25")
    void comesTooLateAfterTheTimeThatWasSaid() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = open(kit.builder().joinFor(Duration.ofDays(30)))) {
            long first = live.predict(Kit.GENTOO).id();
            kit.pass(Duration.ofDays(1));
            long second = live.predict(Kit.GENTOO).id();
            kit.pass(Duration.ofDays(29).plusSeconds(1));

            assertThat(live.feedback(first, "Gentoo")).isEqualTo(Feedback.EXPIRED);
            assertThat(live.feedback(second, "Gentoo")).isEqualTo(Feedback.JOINED);
        }
    }

    @Test
    @Tag("F25")
    void comesTooLateAfterTooManyOthers() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = open(kit.builder().joinLimit(50))) {
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ids.add(live.predict(Kit.GENTOO).id());
            }
            for (int i = 0; i < 200; i++) {
                assertThat(live.feedback(ids.get(i), "Gentoo")).isEqualTo(i < 150 ? Feedback.EXPIRED : Feedback.JOINED);
            }
        }
    }

    @Test
    void aTruthThatTheModelCannotGiveIsRefusedAndNotCounted() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = open(kit.builder())) {
            long id = live.predict(Kit.GENTOO).id();
            assertThatThrownBy(() -> live.feedback(id, "Chinstrap"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("Chinstrap", "Adelie", "Gentoo");
            assertThatThrownBy(() -> live.feedback(id, 1.0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> live.feedback(id, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
            assertThat(live.status().feedback().values()).allMatch(count -> count == 0);
            assertThat(live.feedback(id, "Gentoo")).isEqualTo(Feedback.JOINED);
        }
    }

    @Test
    @Tag("F25")
    void belongsToTheVersionThatAnsweredEvenIfThatIsGone() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = open(kit.builder())) {
            long id = live.predict(Kit.GENTOO).id();
            for (int i = 0; i < 3; i++) {
                kit.champion(Versions.compiled(i + 1));
                live.refresh();
            }
            assertThat(live.feedback(id, "Gentoo")).isEqualTo(Feedback.JOINED);
            assertThat(outcomes).extracting(Outcome::version).containsExactly(1);
        }
    }

    @Test
    void theAnswerOfTheFallbackTakesATruthToo() {
        kit.champion(Versions.foreign(1));
        Classification rule = Classification.wrap(Versions.TRAINED.classes().orElseThrow(), new double[] {0.5, 0.5});
        try (Deployment<Penguin, Classification> live = open(kit.builder().fallback(row -> rule))) {
            kit.format.instead.put(1, () -> null);
            long id = live.predict(Kit.GENTOO).id();
            assertThat(live.feedback(id, "Gentoo")).isEqualTo(Feedback.JOINED);
            assertThat(live.feedback(id, "Gentoo")).isEqualTo(Feedback.DUPLICATE);
            assertThat(outcomes).isEmpty();
        }
    }

    @Test
    @Tag("F29")
    void aListenerThatThrowsDisturbsNobodyAndOneThatLeftHearsNothing() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            Watched watched = (Watched) live;
            watched.listen((id, version, error, previous) -> {
                throw new IllegalStateException("out of order");
            });
            Watched.Listening left =
                    watched.listen((id, version, error, previous) -> outcomes.add(new Outcome(id, 0, 0, 0)));
            left.close();
            left.close();
            watched.listen((id, version, error, previous) -> outcomes.add(new Outcome(id, version, error, previous)));

            assertThat(live.feedback(live.predict(Kit.GENTOO).id(), "Gentoo")).isEqualTo(Feedback.JOINED);
            assertThat(outcomes).hasSize(1).extracting(Outcome::version).containsExactly(1);
        }
    }

    @Test
    @Tag("F25")
    void inAnyOrderTwiceAndContradictoryItAddsUpToTheLastTruthOfEach() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = open(kit.builder())) {
            Random random = new Random(7);
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                ids.add(live.predict(i % 2 == 0 ? Kit.GENTOO : Kit.ADELIE).id());
            }
            Map<Long, String> last = new HashMap<>();
            for (int i = 0; i < 6000; i++) {
                long id = ids.get(random.nextInt(ids.size()));
                String truth = random.nextBoolean() ? "Gentoo" : "Adelie";
                live.feedback(id, truth);
                last.put(id, truth);
            }
            long wrong = ids.stream()
                    .filter(id -> last.containsKey(id)
                            && !last.get(id).equals(ids.indexOf(id) % 2 == 0 ? "Gentoo" : "Adelie"))
                    .count();
            double sum = outcomes.stream()
                    .mapToDouble(outcome ->
                            outcome.error() - (Double.isNaN(outcome.previousError()) ? 0 : outcome.previousError()))
                    .sum();
            assertThat(sum).isEqualTo(wrong);
            assertThat(live.status().feedback().get(Feedback.JOINED)).isEqualTo(last.size());
        }
    }

    @Test
    @Tag("F25")
    void everyPredictionOfEveryThreadIsFoundAsLongAsThereIsRoom() throws Exception {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live =
                open(kit.builder().rollout(kit.registry.add(Versions.compiled(1)), Rollouts.canary(percent(50))))) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<Integer>> joined = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    joined.add(threads.submit(() -> {
                        int found = 0;
                        for (int i = 0; i < 10_000; i++) {
                            long id = live.predict(Kit.GENTOO).id();
                            found += live.feedback(id, "Gentoo") == Feedback.JOINED ? 1 : 0;
                        }
                        return found;
                    }));
                }
                for (Future<Integer> found : joined) {
                    assertThat(found.get()).isEqualTo(10_000);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(live.status().feedback().get(Feedback.JOINED)).isEqualTo(40_000);
        }
    }

    @Test
    void numbersAreUniqueOrderedAndTellTheTime() throws Exception {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<long[]>> made = new ArrayList<>();
            try {
                for (int thread = 0; thread < 4; thread++) {
                    made.add(threads.submit(() -> {
                        long[] ids = new long[20_000];
                        for (int i = 0; i < ids.length; i++) {
                            ids[i] = live.predict(Kit.GENTOO).id();
                        }
                        return ids;
                    }));
                }
                java.util.Set<Long> all = new java.util.HashSet<>();
                for (Future<long[]> ids : made) {
                    for (long id : ids.get()) {
                        assertThat(all.add(id)).isTrue();
                        assertThat(Duration.between(kit.clock.instant(), PredictionId.at(id)))
                                .isBetween(Duration.ZERO, Duration.ofSeconds(1));
                    }
                }
            } finally {
                threads.shutdownNow();
            }
            long mark = ((Watched) live).latestId();
            assertThat(live.predict(Kit.GENTOO).id()).isGreaterThan(mark);
            assertThat(((Watched) live).latestId()).isGreaterThan(mark);
        }
    }

    @Test
    @Tag("F27")
    void numbersRiseEvenIfTheClockGoesBack() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            Watched watched = (Watched) live;
            assertThat(watched.latestId()).isZero();
            long before = live.predict(Kit.GENTOO).id();
            long mark = watched.latestId();
            assertThat(mark).isGreaterThanOrEqualTo(before);
            kit.clock.advance(Duration.ofDays(-2));
            kit.ticks.addAndGet(-5_000_000_000L);

            assertThat(watched.latestId()).isGreaterThanOrEqualTo(mark);
            assertThat(live.predict(Kit.GENTOO).id()).isGreaterThan(mark);
        }
    }
}
