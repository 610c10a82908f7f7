package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.deploy.Kit.gentoo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A challenger beside the champion. */
class CanaryTest {

    private static final Rollout.Canary TENTH = Rollouts.canary(percent(10));

    private final Kit kit = new Kit();

    private Deployment<Penguin, Classification> deployed(Rollout.Canary plan) {
        kit.champion(Versions.compiled(0));
        return kit.builder()
                .rollout(kit.registry.add(Versions.compiled(1)), plan)
                .open();
    }

    private Optional<Alias> alias(String name) {
        return kit.registry.alias(Kit.MODEL, name);
    }

    @Test
    void getsItsShareOfTheRows() {
        try (Deployment<Penguin, Classification> live = deployed(TENTH)) {
            int tried = 0;
            for (int i = 0; i < 20_000; i++) {
                Served<Classification> served = live.predict(Kit.GENTOO);
                assertThat(served.version()).isEqualTo(served.route() == Route.CHALLENGER ? 2 : 1);
                tried += served.route() == Route.CHALLENGER ? 1 : 0;
            }
            assertThat(tried).isBetween(1800, 2200); // 4.7 standard deviations
            assertThat(live.status().challenger())
                    .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo(2));
        }
    }

    @Test
    void aStickyRouteIsTheSameForAKeyInEveryProcessAndForEveryRow() {
        Map<String, Route> first = new HashMap<>();
        try (Deployment<Penguin, Classification> live = deployed(TENTH.sticky())) {
            int tried = 0;
            for (int i = 0; i < 10_000; i++) {
                String key = "customer-" + i;
                first.put(key, live.predict(Kit.GENTOO, key).route());
                assertThat(live.predict(Kit.ADELIE, key).route()).isEqualTo(first.get(key));
                tried += first.get(key) == Route.CHALLENGER ? 1 : 0;
            }
            assertThat(tried).isBetween(850, 1150); // 5 standard deviations
        }
        try (Deployment<Penguin, Classification> other =
                kit.builder().challenger(TENTH.sticky()).open()) {
            first.forEach((key, route) ->
                    assertThat(other.predict(Kit.GENTOO, key).route()).isEqualTo(route));
        }
        // written down, so that another release or another JVM that routes otherwise is noticed
        Traffic traffic = Traffic.of(TENTH.sticky(), "penguins", 2);
        assertThat(IntStream.range(0, 40).filter(i -> traffic.toChallenger(7, "customer-" + i)))
                .containsExactly(25, 29, 34);
    }

    @Test
    void withoutAStickyPlanTheKeyDecidesNothing() {
        try (Deployment<Penguin, Classification> live = deployed(Rollouts.canary(percent(50)))) {
            long tried = IntStream.range(0, 1000)
                    .filter(i -> live.predict(Kit.GENTOO, "same").route() == Route.CHALLENGER)
                    .count();
            assertThat(tried).isBetween(400L, 600L);
        }
    }

    @Test
    void promotingMovesTheAliasesAndLoadsNothing() {
        try (Deployment<Penguin, Classification> live = deployed(TENTH)) {
            int reads = kit.registry.reads();

            AliasMove move = live.promote("looks good");

            assertThat(move.from()).hasValue(1);
            assertThat(move.to()).hasValue(2);
            assertThat(alias(Alias.CHAMPION).orElseThrow().version()).isEqualTo(2);
            assertThat(alias(Alias.CHALLENGER)).isEmpty();
            assertThat(gentoo(live)).isEqualTo(Versions.probability(1, Kit.GENTOO));
            assertThat(live.status().challenger()).isEmpty();
            assertThat(kit.registry.reads()).isEqualTo(reads);
        }
    }

    @Test
    void rollingBackEndsTheChallengerFirst() {
        try (Deployment<Penguin, Classification> live = deployed(Rollouts.canary(percent(100)))) {
            live.rollback("too slow");

            assertThat(alias(Alias.CHALLENGER)).isEmpty();
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            assertThat(live.status().receipts()).last().satisfies(receipt -> {
                assertThat(receipt.route()).isEqualTo(Route.CHALLENGER);
                assertThat(receipt.to()).isEmpty();
                assertThat(receipt.reason()).isEqualTo("deployment: too slow");
            });
        }
    }

    @Test
    void anotherProcessFollows() {
        try (Deployment<Penguin, Classification> live = deployed(TENTH);
                Deployment<Penguin, Classification> other =
                        kit.builder().challenger(TENTH).open();
                Deployment<Penguin, Classification> deaf = kit.builder().open()) {
            assertThat(other.status().challenger()).isPresent();
            assertThat(deaf.status().challenger()).isEmpty();

            live.promote("looks good");
            other.refresh();
            deaf.refresh();

            assertThat(other.predict(Kit.GENTOO).version()).isEqualTo(2);
            assertThat(deaf.predict(Kit.GENTOO).version()).isEqualTo(2);
        }
    }

    @Test
    void withoutAChampionTheVersionBecomesItAtOnce() {
        int version = kit.registry.add(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live =
                kit.builder().rollout(version, TENTH).open()) {
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            assertThat(alias(Alias.CHAMPION).orElseThrow().decision().reason()).contains("no champion");
        }
    }

    @Test
    void goesOnWithAnotherShareWithoutALoad() {
        try (Deployment<Penguin, Classification> live = deployed(TENTH)) {
            int reads = kit.registry.reads();
            Alias before = alias(Alias.CHALLENGER).orElseThrow();

            live.rollOut(2, Rollouts.canary(percent(100)));

            assertThat(IntStream.range(0, 100))
                    .allMatch(i -> live.predict(Kit.GENTOO).route() == Route.CHALLENGER);
            assertThat(live.status().receipts()).last().satisfies(receipt -> {
                assertThat(receipt.from()).hasValue(2);
                assertThat(receipt.to()).hasValue(2);
                assertThat(receipt.reason()).isEqualTo("goes on as canary 100 %");
            });
            assertThat(alias(Alias.CHALLENGER)).contains(before);
            assertThat(kit.registry.reads()).isEqualTo(reads);

            int receipts = live.status().receipts().size();
            live.refresh();
            assertThat(live.status().receipts()).hasSize(receipts);
        }
    }

    @Test
    void aProcessThatStartsAgainGoesOnWithItsCanary() {
        deployed(TENTH).close();
        Alias before = alias(Alias.CHALLENGER).orElseThrow();

        kit.builder().rollout(2, TENTH).open().close();

        assertThat(alias(Alias.CHALLENGER)).contains(before);
    }

    @Test
    @Tag("F21")
    void aProcessThatStartsAgainDoesNotReviveACanaryThatWasEnded() {
        try (Deployment<Penguin, Classification> live = deployed(TENTH)) {
            live.rollback("it crashed the process");
        }
        try (Deployment<Penguin, Classification> again =
                kit.builder().rollout(2, TENTH).open()) {
            assertThat(again.status().challenger()).isEmpty();
            assertThat(again.status().failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.reason()).contains("it crashed the process"));

            kit.point(Alias.CHALLENGER, OptionalInt.of(2));
            again.refresh();
            assertThat(again.status().challenger()).isPresent();
            assertThat(again.status().failures()).isEmpty();
        }
    }

    @Test
    @Tag("F20")
    void aChallengerThatCannotBeLoadedLeavesTheChampionAlone() {
        kit.champion(Versions.compiled(0));
        kit.challenger(Versions.untrue(1));
        try (Deployment<Penguin, Classification> live =
                kit.builder().challenger(TENTH).open()) {
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            assertThat(live.status().failures()).extracting(SwapFailure::route).containsExactly(Route.CHALLENGER);

            kit.point(Alias.CHALLENGER, OptionalInt.empty());
            live.refresh();
            assertThat(live.status().failures()).isEmpty();
        }
    }

    private Deployment<Penguin, Classification> tried(Rollout.Canary plan) {
        kit.champion(Versions.compiled(0));
        return kit.builder()
                .rollout(kit.registry.add(Versions.foreign(1)), plan)
                .open();
    }

    @Test
    @Tag("F19")
    void aBrokenLimitEndsItAndTheAuditNamesLimitAndValue() {
        try (Deployment<Penguin, Classification> live =
                tried(Rollouts.canary(percent(100)).minimumRows(50).abortIf(new Signal.ErrorRate().above(0.02)))) {
            kit.format.instead.put(1, () -> null);
            predict(live, 49);
            live.refresh();
            assertThat(live.status().challenger()).isPresent();

            predict(live, 1);
            live.refresh();

            assertThat(live.status().challenger()).isEmpty();
            assertThat(alias(Alias.CHALLENGER)).isEmpty();
            assertThat(kit.registry.history(Kit.MODEL, Alias.CHALLENGER))
                    .last()
                    .satisfies(move -> assertThat(move.decision().toString())
                            .isEqualTo("deployment: aborted after 50 rows, error rate above 0.02: 1.000"));
            assertThat(live.predict(Kit.GENTOO).route()).isEqualTo(Route.CHAMPION);
            assertThat(kit.format.open()).isZero();
        }
    }

    @Test
    @Tag("F19")
    void onlyTheChallengersOwnRowsCount() {
        kit.champion(Versions.foreign(2));
        int version = kit.registry.add(Versions.foreign(1));
        try (Deployment<Penguin, Classification> live = kit.builder()
                .rollout(version, TENTH.minimumRows(20).abortIf(new Signal.ErrorRate().above(0.02)))
                .fallback(row -> new LadderTestRule().answer())
                .open()) {
            kit.format.instead.put(2, () -> null);
            predict(live, 1000);
            live.refresh();
            assertThat(live.status().challenger()).isPresent();
            assertThat(live.status().champion().failures()).isGreaterThan(800);
        }
    }

    private record LadderTestRule() {
        Classification answer() {
            return Classification.wrap(Versions.TRAINED.classes().orElseThrow(), new double[] {0.5, 0.5});
        }
    }

    @Test
    void isPromotedWhenItHasDoneWellLongEnoughOnEnoughRows() {
        Rollout.Canary plan = Rollouts.canary(percent(100))
                .minimumRows(50)
                .promoteAfter(Duration.ofHours(1))
                .abortIf(new Signal.ErrorRate().above(0.02));
        try (Deployment<Penguin, Classification> live = tried(plan)) {
            predict(live, 49);
            kit.pass(Duration.ofHours(2));
            live.refresh();
            assertThat(live.status().challenger()).isPresent();

            predict(live, 1);
            live.refresh();

            assertThat(live.status().challenger()).isEmpty();
            assertThat(live.status().champion().version()).isEqualTo(2);
            assertThat(alias(Alias.CHAMPION).orElseThrow().decision().reason())
                    .startsWith("did well for PT2H on 50 rows: canary 100 %");
        }
    }

    @Test
    @Tag("F21")
    void whatCannotBeMeasuredYetIsNoReasonToPromote() {
        Rollout.Canary plan = Rollouts.canary(percent(100))
                .minimumRows(10)
                .promoteAfter(Duration.ZERO)
                .abortIf(new Signal.Accuracy().below(0.9));
        try (Deployment<Penguin, Classification> live = tried(plan)) {
            List<Served<Classification>> served = IntStream.range(0, 10)
                    .mapToObj(i -> live.predict(Kit.GENTOO))
                    .toList();
            live.refresh();
            assertThat(live.status().challenger()).isPresent();

            served.forEach(
                    answer -> assertThat(live.feedback(answer.id(), "Gentoo")).isEqualTo(Feedback.JOINED));
            live.refresh();
            assertThat(live.status().champion().version()).isEqualTo(2);
        }
    }

    @Test
    @Tag("F25")
    void badAccuracyEndsItToo() {
        Rollout.Canary plan = Rollouts.canary(percent(100)).minimumRows(10).abortIf(new Signal.Accuracy().below(0.9));
        try (Deployment<Penguin, Classification> live = tried(plan)) {
            for (int i = 0; i < 10; i++) {
                live.feedback(live.predict(Kit.GENTOO).id(), i < 8 ? "Gentoo" : "Adelie");
            }
            live.refresh();
            assertThat(kit.registry.history(Kit.MODEL, Alias.CHALLENGER))
                    .last()
                    .satisfies(move -> assertThat(move.decision().reason()).contains("accuracy below 0.9: 0.8"));
        }
    }

    @Test
    @Tag("F16")
    @Tag("F19")
    void ifTheRegistryCannotBeToldItGetsNoMoreRowsHereAtLeast() {
        try (Deployment<Penguin, Classification> live =
                tried(Rollouts.canary(percent(100)).minimumRows(10).abortIf(new Signal.ErrorRate().above(0.02)))) {
            kit.format.instead.put(1, () -> null);
            predict(live, 10);
            kit.registry.down(true);
            live.refresh();
            live.refresh();

            assertThat(live.predict(Kit.GENTOO).route()).isEqualTo(Route.CHAMPION);
            assertThat(live.status().registryError()).isPresent();
            assertThat(live.status().failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.reason()).contains("error rate"));

            kit.registry.down(false);
            live.refresh();
            assertThat(alias(Alias.CHALLENGER)).isEmpty();
            assertThat(live.status().challenger()).isEmpty();
        }
    }

    @Test
    @Tag("F08")
    void aRolloutThatAnotherProcessEndedMeanwhileIsNotEndedTwice() {
        try (Deployment<Penguin, Classification> live = deployed(TENTH)) {
            kit.point(Alias.CHALLENGER, OptionalInt.empty());
            assertThat(live.status().challenger()).isPresent();
            live.refresh();
            assertThat(live.status().challenger()).isEmpty();
        }
    }

    private void predict(Deployment<Penguin, Classification> live, int rows) {
        for (int i = 0; i < rows; i++) {
            live.predict(i % 2 == 0 ? Kit.GENTOO : Kit.ADELIE);
        }
    }
}
