package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.api.train.Target.number;
import static io.mlops4j.check.Checks.between;
import static io.mlops4j.check.Checks.missingAtMost;
import static io.mlops4j.check.Checks.notNull;
import static io.mlops4j.check.Checks.rowsAtLeast;
import static io.mlops4j.data.Splits.stratified;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.f1;
import static io.mlops4j.evaluate.Metrics.logLoss;
import static io.mlops4j.evaluate.Metrics.r2;
import static io.mlops4j.evaluate.Metrics.recall;
import static io.mlops4j.evaluate.Metrics.rmse;
import static io.mlops4j.prepare.Preprocessors.function;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.error.InvalidPipelineException;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.check.ProfileTable;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.event.TerminalProgress;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.prepare.Functions;
import io.mlops4j.prepare.NamedFunction;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages about checks, preparation, training, evaluation, bundles and prediction show. */
class PipelineSnippetsTest {

    record Penguin(
            String island,
            @Nullable Double billLengthMm,
            @Nullable Double flipperLengthMm,
            @Nullable Double bodyMassG,
            @Nullable String sex) {}

    record Flipper(String island, @Nullable Double flipperLengthMm) {}

    private final Path csv = ExampleHome.data("penguins/penguins.csv");
    private final DataSource<Penguin> penguins =
            Csv.file(csv).rows(Rows.of(Penguin.class).snakeCase());
    private final DataSource<Flipper> flippers =
            Csv.file(csv).rows(Rows.of(Flipper.class).snakeCase());
    private final Mlops mlops = Mlops.create();

    private Pipeline<Penguin, Classification> species() {
        return
        // snippet: whole
        Pipeline.named("penguin-species")
                .source(penguins)
                .target(category("species"))
                .validate(
                        rowsAtLeast(300),
                        notNull("island"),
                        between("body_mass_g", 2000, 7000),
                        missingAtMost("sex", percent(5)).warnOnly())
                .split(stratified(percent(80)).seed(42))
                .preprocess(
                        impute(numeric(), median()),
                        impute(categorical(), mostFrequent()),
                        standardize(numeric()),
                        oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(50).seed(42))
                .evaluate(accuracy(), logLoss(), f1(Averaging.MACRO))
                .slicedBy("sex")
                .require(accuracy().atLeast(0.95), recall("Chinstrap").atLeast(0.9))
                .build();
        // end: whole
    }

    @Test
    void trainsAndJudges() {
        Pipeline<Penguin, Classification> species = species();
        // snippet: run
        Run<Penguin, Classification> run = mlops.run(species);

        run.evaluation().measurements().forEach(System.out::println);
        System.out.print(ProfileTable.of(run.bundle().profile()));
        if (run.verdict() instanceof Verdict.Rejected no) {
            throw new IllegalStateException(no.reasons().toString());
        }
        // end: run
        assertThat(run.evaluation().value(accuracy())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void refusesBeforeDataAreRead() {
        assertThatThrownBy(() -> Pipeline.named("penguin-species")
                        .source(penguins)
                        .target(category("species"))
                        .validate(notNull("iland"))
                        .train(Tribuo.logisticRegression())
                        .build())
                .isInstanceOf(InvalidPipelineException.class)
                .hasMessageContaining(
                        "Pipeline 'penguin-species', validate: no column 'iland' in Penguin. Did you mean 'island'?");
    }

    @Test
    void storesLoadsAndPredicts(@TempDir Path folder) {
        Bundle trained = mlops.run(species()).bundle();
        // snippet: store
        Path file = folder.resolve("species.mlops");
        mlops.write(trained, file);

        Bundle bundle = mlops.read(file); // verified: every digest, every limit
        // end: store
        assertThat(bundle.digest()).isEqualTo(trained.digest());
        // snippet: predict
        try (Predictor<Penguin, Classification> predictor =
                mlops.predictor(bundle, Rows.of(Penguin.class).snakeCase(), Classification.class)) {
            Classification answer = predictor.predict(new Penguin("Biscoe", 50.0, 220.0, 5400.0, "male"));
            System.out.println(answer.label() + " with " + answer.probability("Gentoo"));

            for (InputCounts counts : predictor.counts()) {
                System.out.println(
                        counts.column() + ": " + counts.missing() + " missing, " + counts.unseen() + " unseen");
            }
        }
        // end: predict
    }

    @Test
    void predictsANumberFromAFunctionOfAColumn() {
        // snippet: function
        NamedFunction log = Functions.number("log", 1, StrictMath::log);

        Pipeline<Flipper, Regression> mass = Pipeline.named("penguin-mass")
                .source(flippers)
                .target(number("year"))
                .preprocess(
                        impute(numeric(), median()),
                        function(named("flipper_length_mm"), log),
                        standardize(numeric()),
                        oneHot(categorical()))
                .train(Tribuo.linearRegression().epochs(30).seed(42))
                .evaluate(rmse(), r2())
                .build();

        Mlops knowsTheFunction = Mlops.builder().function(log).build();
        // end: function
        assertThat(knowsTheFunction.run(mass).evaluation().value(rmse())).isPositive();
    }

    @Test
    void boostsTreesThatTakeMissingValuesAsTheyAre() {
        Pipeline<Penguin, Classification> species =
                // snippet: trees
                Pipeline.named("penguin-species")
                        .source(penguins)
                        .target(category("species"))
                        .preprocess(oneHot(categorical()))
                        .train(Tribuo.xgboostClassification()
                                .rounds(50)
                                .depth(3)
                                .seed(42))
                        .require(accuracy().atLeast(0.95))
                        .build();
        // end: trees
        assertThat(mlops.run(species).verdict()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void tellsHowFarItIs() {
        // snippet: progress
        Mlops talking = Mlops.builder()
                .listener(
                        TerminalProgress.auto(System.out),
                        event -> { // and whatever you want to do with an event
                        })
                .build();
        // end: progress
        assertThat(talking).isNotNull();
    }
}
