package io.mlops4j.pipeline;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.data.Rows;
import io.mlops4j.deploy.ModelStore;
import io.mlops4j.deploy.Rollouts;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.Preprocessors;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that are not columnwise, with a model of flat arrays, as all trainers of the library give them. */
class WholeRowStepTest {

    private static final Penguin GENTOO = new Penguin(5100, 219, "Biscoe", null);

    private final Mlops mlops = Mlops.builder()
            .preprocessorFormat(WholeRowStep.RATIO, WholeRowStep.LAG)
            .build();

    @TempDir
    Path folder;

    private static Pipeline<Penguin, Classification> with(WholeRowStep step) {
        return PenguinRows.declared()
                .preprocess(Preprocessors.oneHot(categorical()), step, Preprocessors.standardize(numeric()))
                .train(new MeanDifference())
                .require(accuracy().atLeast(0.95))
                .build();
    }

    @Test
    void aStepOfSeveralColumnsIsTrainedEvaluatedAndAnswersAfterItWasReadAgain() {
        Run<Penguin, Classification> run = mlops.run(with(WholeRowStep.RATIO));
        Path file = folder.resolve("ratio.mlops");
        mlops.write(run.bundle(), file);

        assertThat(run).isApproved();
        assertThat(run.bundle().space().names()).contains("RATIO");
        try (Predictor<Penguin, Classification> trained = mlops.predictor(run);
                Predictor<Penguin, Classification> read = mlops.load(file, Penguin.class, Classification.class)) {
            assertThat(trained.predict(GENTOO)).hasLabel("Gentoo");
            assertThat(read.predict(GENTOO)).isEqualTo(trained.predict(GENTOO));
            assertThat(read.counts()).contains(new InputCounts("sex", 1, 0, 0));
            assertThat(read.scorer().plan()).isEqualTo("flat arrays: 3 steps over data sets, no compiled scorer");
        }
    }

    @Test
    void aStepOfSeveralColumnsIsDeployedAndStoredLikeAnyOther() {
        Pipeline<Penguin, Classification> pipeline = with(WholeRowStep.RATIO);

        try (Deployment<Penguin, Classification> live =
                        mlops.deploy(pipeline, mlops.register(mlops.run(pipeline)), Rollouts.allAtOnce());
                ModelStore<Penguin, Classification> store = mlops.store(Rows.of(Penguin.class), Classification.class)
                        .open()) {
            assertThat(live.predict(GENTOO).answer()).hasLabel("Gentoo");
            assertThat(store.champion("penguins").predict(GENTOO)).hasLabel("Gentoo");
        }
    }

    @Test
    void aStepThatNeedsEarlierRowsIsEvaluatedInOrderAndRefusedRowByRow() {
        Run<Penguin, Classification> run = mlops.run(with(WholeRowStep.LAG));
        Path file = folder.resolve("lag.mlops");
        mlops.write(run.bundle(), file);

        assertThat(run).isApproved();
        assertThat(mlops.read(file).digest()).isEqualTo(run.bundle().digest());
        assertThat(mlops.report(run).html()).contains("LAG");
        assertThatThrownBy(() -> mlops.load(file, Penguin.class, Classification.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContainingAll("'LAG'", "earlier rows", "row by row", "leave the step out");
    }
}
