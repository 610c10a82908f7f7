package io.mlops4j;

import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.logLoss;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mlops4j.api.data.Columns;
import io.mlops4j.api.error.CriterionNotMetException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.PipelineEvaluation;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.pipeline.MeanDifference;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.testkit.MlopsExtension;
import io.mlops4j.testkit.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a run to a version that can be found again. */
class MlopsRegistryTest {

    private static final Decision ANNA = Decision.by("anna", "she looked at it");

    @RegisterExtension
    final MlopsExtension<Mlops> given = MlopsExtension.of(MlopsRegistryTest::open);

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

    private static PipelineEvaluation<Penguin, Classification> good() {
        return PenguinRows.prepared().require(accuracy().atLeast(0.9));
    }

    /** Sees the sex alone, which says nothing. */
    private static PipelineEvaluation<Penguin, Classification> poor() {
        return PenguinRows.declared()
                .ignore("mass", "flipper", "island")
                .preprocess(Preprocessors.oneHot(Columns.categorical()))
                .train(new MeanDifference());
    }

    @Test
    void anApprovedRunBecomesAVersion(Mlops mlops, TestWorld world) {
        Run<Penguin, Classification> run = mlops.run(good().build());

        ModelVersion version = mlops.register(run);

        assertThat(version.model()).isEqualTo("penguins");
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.digest()).isEqualTo(run.bundle().digest());
        assertThat(version.registeredBy()).isEqualTo("nightly job");
        assertThat(mlops.bundle(version).digest()).isEqualTo(run.bundle().digest());
        assertThat(world.events().only(LifecycleEvent.VersionRegistered.class).version())
                .isEqualTo(version);
    }

    @Test
    void aRejectedRunBecomesNone(Mlops mlops, TestWorld world) {
        Run<Penguin, Classification> run =
                mlops.run(poor().require(accuracy().atLeast(0.9)).build());

        assertThatExceptionOfType(CriterionNotMetException.class)
                .isThrownBy(() -> mlops.register(run))
                .withMessageContaining("accuracy at least 0.9");
        assertThat(mlops.registry().versions("penguins")).isEmpty();
        assertThat(world.events().only(LifecycleEvent.RegistrationRefused.class).model())
                .isEqualTo("penguins");
    }

    @Test
    void aRunThatNothingJudgedBecomesNone(Mlops mlops) {
        Run<Penguin, Classification> run = mlops.run(PenguinRows.prepared().build());

        assertThatExceptionOfType(CriterionNotMetException.class).isThrownBy(() -> mlops.register(run));
    }

    @Test
    void aCandidateIsJudgedBesideThePresentChampionOnItsOwnTestRows(Mlops mlops) {
        ModelVersion champion = mlops.register(mlops.run(good().build()));
        Run<Penguin, Classification> weaker =
                mlops.run(poor().require(logLoss().atMost(10), rocAuc().noWorseThanChampion(0.01))
                        .build());
        assertThat(weaker.verdict().findings()).allMatch(Finding::passed);

        mlops.promote(champion, ANNA);

        assertThatExceptionOfType(CriterionNotMetException.class)
                .isThrownBy(() -> mlops.register(weaker))
                .withMessageContaining("roc_auc no worse than the champion by more than 0.01")
                .withMessageContaining("the champion has 1.0000");
    }

    @Test
    void aCandidateIsRejectedIfTheChampionCannotAnswerItsTestRows(Mlops mlops) {
        mlops.promote(mlops.register(mlops.run(good().build())), ANNA);
        Run<PenguinRows.Unmeasured, Classification> fewerColumns = mlops.run(PenguinRows.unmeasured()
                .preprocess(Preprocessors.oneHot(Columns.categorical()))
                .train(new MeanDifference())
                .require(logLoss().atMost(10), rocAuc().noWorseThanChampion(0.01))
                .build());

        assertThatExceptionOfType(CriterionNotMetException.class)
                .isThrownBy(() -> mlops.register(fewerColumns))
                .withMessageContaining("the champion cannot answer the test rows of this run")
                .withMessageContaining("mass")
                .withMessageContaining("ignore(…)");
    }

    @Test
    void withoutAChampionNothingIsWorseThanIt(Mlops mlops) {
        Run<Penguin, Classification> first = mlops.run(
                PenguinRows.prepared().require(rocAuc().noWorseThanChampion(0)).build());

        assertThat(mlops.register(first).number()).isEqualTo(1);
    }

    @Test
    void equalRunsAreTwoVersionsOfOneBundle(Mlops mlops) {
        ModelVersion first = mlops.register(mlops.run(good().build()), ANNA);
        ModelVersion second = mlops.register(mlops.run(good().build()), ANNA);

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    @Test
    void aHomeThatIsOpenedAgainKnowsEverything(Mlops mlops, TestWorld world) {
        ModelVersion version = mlops.register(mlops.run(good().build()));
        mlops.registry().approve("penguins", 1, ANNA);
        mlops.promote(version, ANNA);
        mlops.close();

        try (Mlops again = open(world)) {
            assertThat(again.registry().alias("penguins", Alias.CHAMPION))
                    .hasValueSatisfying(alias -> assertThat(alias.version()).isEqualTo(1));
            assertThat(again.bundle(again.registry().version("penguins", 1)).digest())
                    .isEqualTo(version.digest());
            assertThat(again.registry().audit("penguins")).hasSize(3);
            assertThat(again.registry().verify().intact()).isTrue();
        }
    }

    @Test
    @Tag("F05")
    void aHomeThatIsAFileIsRefusedAtOnce(TestWorld world) throws IOException {
        Path file = Files.writeString(world.home().resolve("file"), "not a folder");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Mlops.open(file))
                .withMessageContaining("file");
    }

    @Test
    @Tag("F32")
    void afterItsEndItKnowsNoRegistryAndEndsAgainWithoutHarm(Mlops mlops) {
        mlops.close();
        mlops.close();

        assertThatIllegalStateException().isThrownBy(mlops::registry).withMessageContaining("closed");
    }
}
