package io.mlops4j;

import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.logLoss;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.data.Columns;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.PipelineEvaluation;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Promotion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionComparison;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.bundle.BundleParts;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.deploy.Rollouts;
import io.mlops4j.pipeline.MeanDifference;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.testkit.MlopsExtension;
import io.mlops4j.testkit.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has to be true of a version before an alias is moved to it. */
class PromotionTest {

    private static final Decision ANNA = Decision.by("anna", "she looked at it");
    private static final String MODEL = "penguins";

    @RegisterExtension
    final MlopsExtension<Mlops> given = MlopsExtension.of(PromotionTest::open);

    private static Mlops open(TestWorld world) {
        return Mlops.builder()
                .home(world.home().resolve("home"))
                .clock(world.clock())
                .ticker(world::nanoTime)
                .scheduler(world.scheduler())
                .listener(world.events())
                .actor("nightly job")
                .build();
    }

    private static Pipeline<Penguin, Classification> good() {
        return PenguinRows.prepared().require(accuracy().atLeast(0.9)).build();
    }

    private static Pipeline<Penguin, Classification> comparing() {
        return PenguinRows.prepared()
                .require(accuracy().atLeast(0.9), rocAuc().noWorseThanChampion(0.01))
                .build();
    }

    /** Sees the sex alone, which says nothing. */
    private static PipelineEvaluation<Penguin, Classification> poor() {
        return PenguinRows.declared()
                .ignore("mass", "flipper", "island")
                .preprocess(Preprocessors.oneHot(Columns.categorical()))
                .train(new MeanDifference());
    }

    private static List<String> rules(Promotion promotion) {
        return ((Promotion.Refused) promotion)
                .reasons().stream().map(Reason::rule).toList();
    }

    private static int champion(Mlops mlops) {
        return mlops.registry().alias(MODEL, Alias.CHAMPION).map(Alias::version).orElse(0);
    }

    @Test
    void movesTheAliasToWhatPassesTheGate(Mlops mlops) {
        ModelVersion version = mlops.register(mlops.run(comparing()));

        Promotion promotion = mlops.promote(version, Alias.CHAMPION, ANNA);

        assertThat(((Promotion.Promoted) promotion).move().to()).hasValue(1);
        assertThat(champion(mlops)).isEqualTo(1);
    }

    @Test
    void theFactsOfAVersionAreThoseOfItsBundle(Mlops mlops) {
        Run<Penguin, Classification> run = mlops.run(comparing());

        ModelVersion version = mlops.register(run, Origin.NONE.run("build 4711").commit("9f2c"), ANNA);

        assertThat(version.facts()).isEqualTo(VersionFacts.of(run.bundle()));
        assertThat(mlops.registry().version(MODEL, 1).facts()).isEqualTo(VersionFacts.of(run.bundle()));
        assertThat(version.facts().metric(accuracy().key()).getAsDouble())
                .isEqualTo(run.evaluation().value(accuracy()));
        assertThat(version.facts().trainingData()).isPresent();
        assertThat(version.origin().run()).contains("build 4711");
        assertThat(version.origin().baseline()).contains(new Origin.Baseline(OptionalInt.empty()));
    }

    @Test
    void whatWasJudgedBesideAnotherChampionIsNotPromotedWithoutItsRun(Mlops mlops) {
        Run<Penguin, Classification> run = mlops.run(comparing());
        ModelVersion first = mlops.register(run);
        ModelVersion second = mlops.register(run);
        mlops.promote(first, Alias.CHAMPION, ANNA);

        Promotion refused = mlops.promote(second, Alias.CHAMPION, ANNA);

        assertThat(rules(refused)).containsExactly("criteria");
        assertThat(((Promotion.Refused) refused).reasons().get(0).problem())
                .contains("it was judged beside none, but the champion is v1");
        assertThat(champion(mlops)).isEqualTo(1);
        assertThat(mlops.promote(second, Alias.CHAMPION, run, ANNA)).isInstanceOf(Promotion.Promoted.class);
        assertThat(champion(mlops)).isEqualTo(2);
    }

    @Test
    void whatComparesWithNoChampionIsPromotedWhoeverIsChampion(Mlops mlops) {
        ModelVersion first = mlops.register(mlops.run(good()));
        ModelVersion second = mlops.register(mlops.run(good()));
        mlops.promote(first, Alias.CHAMPION, ANNA);

        assertThat(mlops.promote(second, Alias.CHAMPION, ANNA)).isInstanceOf(Promotion.Promoted.class);
    }

    @Test
    void itsCriteriaAreJudgedBesideThePresentChampion(Mlops mlops) {
        Run<Penguin, Classification> weak =
                mlops.run(poor().require(logLoss().atMost(10), rocAuc().noWorseThanChampion(0.01))
                        .build());
        ModelVersion weaker = mlops.register(weak);
        ModelVersion better = mlops.register(mlops.run(good()));
        mlops.promote(better, Alias.CHAMPION, ANNA);

        Promotion refused = mlops.promote(weaker, Alias.CHAMPION, weak, ANNA);

        assertThat(rules(refused)).containsExactly("roc_auc no worse than the champion by more than 0.01");
        assertThat(((Promotion.Refused) refused).reasons().get(0).problem()).contains("the champion has 1.0000");
        assertThat(champion(mlops)).isEqualTo(2);
    }

    @Test
    void aRunOfAnotherBundleIsNoWitness(Mlops mlops) {
        ModelVersion version = mlops.register(mlops.run(good()));
        Run<Penguin, Classification> other =
                mlops.run(poor().require(logLoss().atMost(10)).build());

        assertThatIllegalArgumentException().isThrownBy(() -> mlops.promote(version, Alias.CHAMPION, other, ANNA));
    }

    private static BundleParts parts(Bundle bundle, GoldenRows golden, Evaluation evaluation) {
        return new BundleParts(
                bundle.name(),
                bundle.input(),
                bundle.categories(),
                bundle.target(),
                bundle.classes(),
                bundle.steps(),
                bundle.space(),
                bundle.form(),
                bundle.reference(),
                golden,
                bundle.profile(),
                evaluation,
                bundle.lineage());
    }

    @Test
    void whatDoesNotGiveItsGoldenAnswersIsRefused(Mlops mlops) {
        Run<Penguin, Classification> run = mlops.run(good());
        GoldenRows golden = run.bundle().golden();
        double[] answers = golden.answers();
        answers[0] += 1e-6;
        Bundle other = Bundles.assemble(parts(
                run.bundle(),
                new GoldenRows(golden.inputs(), golden.outputs(), answers),
                run.bundle().evaluation()));
        ModelVersion version = mlops.registry().register(Registration.of(other, run.verdict(), ANNA));

        assertThat(rules(mlops.promote(version, Alias.CHAMPION, ANNA))).containsExactly("golden rows");
        assertThat(champion(mlops)).isZero();
    }

    @Test
    void whatWasNotMeasuredIsRefused(Mlops mlops) {
        Run<Penguin, Classification> run = mlops.run(good());
        Bundle other = Bundles.assemble(
                parts(run.bundle(), run.bundle().golden(), new Evaluation(0, List.of(), java.util.Optional.empty())));
        ModelVersion version = mlops.registry().register(Registration.of(other, run.verdict(), ANNA));

        assertThat(rules(mlops.promote(version, Alias.CHAMPION, ANNA))).containsExactly("evaluation");
    }

    @Test
    void factsThatContradictTheBundleAreFound(Mlops mlops) {
        Run<Penguin, Classification> run = mlops.run(good());
        Registration honest = Registration.of(run.bundle(), run.verdict(), ANNA);
        VersionFacts better = new VersionFacts(
                honest.facts().columns(),
                java.util.Map.of(accuracy().key(), 1.5),
                honest.facts().lineage());
        ModelVersion version = mlops.registry()
                .register(new Registration(
                        MODEL,
                        honest.content(),
                        better,
                        Origin.NONE,
                        honest.verdict(),
                        ANNA,
                        java.util.Optional.empty()));

        assertThat(rules(mlops.promote(version, Alias.CHAMPION, ANNA))).containsExactly("facts");
    }

    @Test
    @Tag("T03")
    void whatWasAlteredIsRefused(Mlops mlops, TestWorld world) throws IOException {
        ModelVersion version = mlops.register(mlops.run(good()));
        Path blobs = world.home().resolve("home").resolve("blobs");
        try (Stream<Path> files = Files.walk(blobs)) {
            Path blob = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(blob);
            bytes[bytes.length / 2] ^= 1;
            Files.write(blob, bytes);
        }

        assertThat(rules(mlops.promote(version, Alias.CHAMPION, ANNA))).containsExactly("golden rows");
        assertThat(champion(mlops)).isZero();
    }

    @Test
    void thePolicyOfTheAliasIsAReasonToo(Mlops mlops) {
        ModelVersion version = mlops.register(mlops.run(good()));
        mlops.registry()
                .policies()
                .set(MODEL, "stable", AliasPolicy.OPEN.onlyApproved().minimumVersion(2), ANNA);

        assertThat(rules(mlops.promote(version, "stable", ANNA))).containsExactly("only approved", "not below v2");
        assertThat(mlops.promote(version, Alias.CHAMPION, ANNA)).isInstanceOf(Promotion.Promoted.class);
    }

    @Test
    void thePolicyHoldsForEveryWayOfADeployment(Mlops mlops, TestWorld world) {
        Pipeline<Penguin, Classification> penguins = good();
        mlops.promote(mlops.register(mlops.run(penguins)), ANNA);
        ModelVersion second = mlops.register(mlops.run(penguins));
        mlops.registry().policies().set(MODEL, Alias.CHAMPION, AliasPolicy.OPEN.onlyApproved(), ANNA);
        try (Deployment<Penguin, Classification> live = mlops.deployment(penguins)
                .every(Duration.ofMinutes(1))
                .rollout(
                        second.number(),
                        Rollouts.canary(io.mlops4j.api.data.Percent.percent(50)).promoteAfter(Duration.ofHours(1)))
                .open()) {
            assertThatExceptionOfType(PolicyViolationException.class).isThrownBy(() -> live.promote("by hand"));
            for (int i = 0; i < 1000; i++) {
                live.predict(new Penguin(5000 - 15 * (i % 100), 217 - i % 30, "Biscoe", "male"));
            }
            world.scheduler().advance(Duration.ofHours(2));
            assertThat(champion(mlops)).isEqualTo(1);
            assertThat(live.status().champion().version()).isEqualTo(1);

            mlops.registry().approve(MODEL, 2, ANNA);
            world.scheduler().advance(Duration.ofMinutes(1));
            assertThat(champion(mlops)).as("once it is approved").isEqualTo(2);
        }
    }

    @Test
    void twoVersionsAreComparedByInputLineageAndMetrics(Mlops mlops) {
        ModelVersion full = mlops.register(mlops.run(good()));
        ModelVersion narrow =
                mlops.register(mlops.run(poor().require(logLoss().atMost(10)).build()));

        VersionComparison comparison = VersionComparison.of(full, narrow);

        assertThat(comparison.columns())
                .extracting(VersionComparison.Difference::name)
                .containsExactly("flipper", "island", "mass");
        assertThat(comparison.columns())
                .allMatch(
                        column -> column.first().isPresent() && column.second().isEmpty());
        assertThat(comparison.lineage())
                .extracting(VersionComparison.Difference::name)
                .contains("criteria", "preprocessors")
                .doesNotContain("library.version");
        assertThat(comparison.metrics())
                .extracting(VersionComparison.Difference::name)
                .contains("accuracy", "log_loss")
                .isSorted();
        VersionComparison same = VersionComparison.of(full, full);
        assertThat(same.columns()).isEmpty();
        assertThat(same.lineage()).isEmpty();
        assertThat(same.metrics())
                .isNotEmpty()
                .allMatch(metric -> metric.first().equals(metric.second()));
    }
}
