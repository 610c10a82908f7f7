package io.mlops4j.examples.report;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.api.train.Target.number;
import static io.mlops4j.check.Checks.missingAtMost;
import static io.mlops4j.data.Splits.given;
import static io.mlops4j.data.Splits.stratified;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.f1;
import static io.mlops4j.evaluate.Metrics.logLoss;
import static io.mlops4j.evaluate.Metrics.r2;
import static io.mlops4j.evaluate.Metrics.rmse;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.examples.census.Person;
import io.mlops4j.report.Report;
import io.mlops4j.tribuo.Tribuo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of real runs. They stay in {@code target/reports}, to be looked at. */
class RunPagesTest {

    record Bill(
            String species,
            String island,
            @Nullable Double billLengthMm,
            @Nullable String sex) {}

    record Measures(
            String island,
            @Nullable Double billLengthMm,
            @Nullable Double flipperLengthMm,
            @Nullable String sex) {}

    private final Mlops mlops = Mlops.create();

    @Test
    void showsWhoEarnsMore() throws IOException {
        Run<Person, Classification> run = mlops.run(Pipeline.named("census-income")
                .source(people("adult_train"))
                .target(category("income").positive(">50K"))
                .split(given(people("adult_test")))
                .preprocess(oneHot(categorical()))
                .train(Tribuo.xgboostClassification().rounds(60).depth(6).seed(42))
                .evaluate(accuracy(), rocAuc(), logLoss(), f1(">50K"))
                .slicedBy("sex", "race")
                .require(accuracy().atLeast(0.85), rocAuc().atLeast(0.99))
                .build());

        String page = written("run-census", run);

        assertThat(page)
                .contains(
                        shown(run.evaluation().value(accuracy())),
                        shown(run.evaluation().value(rocAuc())))
                .contains(
                        "1 criterion missed",
                        "hours_per_week",
                        "Amer-Indian-Eskimo",
                        run.bundle().digest());
        assertThat(page.length()).isLessThan(400_000);
    }

    private static io.mlops4j.api.data.DataSource<Person> people(String name) {
        return Csv.file(ExampleHome.data("adult/" + name + ".csv.gz"))
                .rows(Rows.of(Person.class).snakeCase());
    }

    @Test
    void showsThreeSpecies() throws IOException {
        Run<Measures, Classification> run = mlops.run(Pipeline.named("penguin-species")
                .source(penguins(Measures.class))
                .target(category("species"))
                .validate(missingAtMost("sex", percent(1)).warnOnly())
                .split(stratified(percent(70)).seed(42))
                .preprocess(
                        impute(numeric(), median()),
                        impute(categorical(), mostFrequent()),
                        standardize(numeric()),
                        oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(50).seed(42))
                .evaluate(accuracy(), logLoss(), f1(Averaging.MACRO))
                .slicedBy("sex", "island")
                .require(accuracy().atLeast(0.95))
                .build());

        assertThat(written("run-penguins", run))
                .contains(
                        "Chinstrap",
                        "criteria met",
                        "Broken expectations",
                        shown(run.evaluation().value(logLoss())));
    }

    @Test
    void showsHowHeavyAPenguinIs() throws IOException {
        Run<Bill, Regression> run = mlops.run(Pipeline.named("penguin-mass")
                .source(penguins(Bill.class))
                .target(number("year"))
                .preprocess(
                        impute(numeric(), median()),
                        impute(categorical(), mostFrequent()),
                        standardize(numeric()),
                        oneHot(categorical()))
                .train(Tribuo.linearRegression().epochs(60).seed(42))
                .evaluate(rmse(), r2())
                .slicedBy("island")
                .build());

        assertThat(written("run-mass", run))
                .contains("not judged", "Residuals", shown(run.evaluation().value(rmse())));
    }

    private static <I> io.mlops4j.api.data.DataSource<I> penguins(Class<I> rows) {
        return Csv.file(ExampleHome.data("penguins/penguins.csv"))
                .rows(Rows.of(rows).snakeCase());
    }

    @Test
    @Tag("F28")
    @Tag("T20")
    void isTheSameUnderAnotherLocale() throws IOException {
        Run<Measures, Classification> run = mlops.run(Pipeline.named("penguin-species")
                .source(penguins(Measures.class))
                .target(category("species"))
                .preprocess(
                        impute(numeric(), median()),
                        impute(categorical(), mostFrequent()),
                        standardize(numeric()),
                        oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(5).seed(42))
                .build());
        String usual = mlops.report(run).html();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(mlops.report(run).html()).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    private <I, Y extends Prediction> String written(String name, Run<I, Y> run) throws IOException {
        Path folder = ExampleHome.output("reports");
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".html");
        Report report = mlops.report(run);
        report.write(file);
        assertThat(Files.readString(file)).isEqualTo(report.html());
        return report.html();
    }

    /** Four digits that count. */
    private static String shown(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4, java.math.RoundingMode.HALF_EVEN))
                .toPlainString();
    }
}
