package io.mlops4j.report;

import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.testkit.FixedClock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunPageTest {

    private static final Evaluation NOTHING = new Evaluation(0, List.of(), Optional.empty());
    private static final Classes CLASSES = Classes.of(List.of("no", "yes"), Optional.empty());

    private final Mlops mlops =
            Mlops.builder().clock(FixedClock.at("2026-03-01T12:00:00Z")).build();

    @Test
    void showsTheNumbersOfTheRun() {
        Run<Penguin, Classification> run = mlops.run(PenguinRows.prepared()
                .evaluate(accuracy(), rocAuc())
                .slicedBy("island")
                .require(accuracy().atLeast(0.5))
                .build());

        ParsedPage page = new ParsedPage(mlops.report(run).html());

        assertThat(page.text())
                .contains(
                        "penguins",
                        "criteria met",
                        "2026-03-01 12:00:00",
                        run.bundle().digest())
                .contains(run.verdict().findings().get(0).found());
        run.evaluation()
                .measurements()
                .forEach(measured -> assertThat(page.cells())
                        .contains(measured.metric().toString(), Numbers.of(measured.value()))
                        .contains(Numbers.count(measured.rows())));
        run.evaluation()
                .confusion()
                .orElseThrow()
                .counts()
                .forEach(counts -> counts.forEach(
                        count -> assertThat(page.cells()).anyMatch(cell -> cell.startsWith(count.toString()))));
        run.bundle()
                .profile()
                .columns()
                .forEach(column -> assertThat(page.text()).contains(column.column()));
    }

    @Test
    @Tag("T14")
    void aMetricThatIsNotDefinedSaysSo() {
        Evaluation evaluation = new Evaluation(
                3,
                List.of(
                        SampleRun.measured(MetricKey.of("roc_auc"), Optional.empty(), Double.NaN),
                        SampleRun.measured(MetricKey.of("roc_auc"), Optional.of(new Slice("sex", "f")), Double.NaN)),
                Optional.empty());

        String page = Reports.of(SampleRun.with(new Profile(0, List.of()), evaluation), SampleRun.outcomes(CLASSES))
                .html();

        assertThat(new ParsedPage(page).text()).contains("not defined");
        assertThat(page).doesNotContain("NaN");
    }

    @Test
    @Tag("T16")
    void aClassWithoutTestRowsHasNoCurve() {
        ClassificationOutcomes one = ClassificationOutcomes.of(
                ClassTruth.wrap(CLASSES, new int[4]),
                new double[] {0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4},
                Optional.empty());

        assertThat(page(one)).contains("Not drawn: it takes test rows of a class and of another");
    }

    @Test
    @Tag("T16")
    void withoutTestRowsThereIsAPage() {
        ClassificationOutcomes none =
                ClassificationOutcomes.of(ClassTruth.wrap(CLASSES, new int[0]), new double[0], Optional.empty());

        assertThat(page(none)).contains("Not drawn");
    }

    @Test
    @Tag("T14")
    void probabilitiesThatAreNoNumbersAreNotDrawn() {
        ClassificationOutcomes broken = ClassificationOutcomes.of(
                ClassTruth.wrap(CLASSES, new int[] {0, 1}),
                new double[] {Double.NaN, Double.NaN, 0.5, 0.5},
                Optional.empty());

        assertThat(page(broken)).contains("Not drawn");
    }

    private static String page(ClassificationOutcomes outcomes) {
        String html = Reports.of(SampleRun.with(new Profile(0, List.of()), NOTHING), outcomes)
                .html();
        assertThat(html).doesNotContain("NaN", "Infinity");
        return new ParsedPage(html).text();
    }

    @Test
    @Tag("T16")
    void columnsWithoutValuesOrOfOneValueHaveACard() {
        NumericProfile missing = new NumericProfile(
                "gone",
                5,
                5,
                0,
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Collections.nCopies(NumericProfile.LEVELS.size(), Double.NaN),
                new NumericBins(List.of(), List.of(0L)));
        Profile profile = new Profile(
                10,
                List.of(
                        missing,
                        new CategoryProfile("gone too", 5, 5, 0, Map.of()),
                        new CategoryProfile("empty", 0, 0, 0, Map.of()),
                        SampleRun.numbers("constant", 7, 7),
                        SampleRun.numbers("widest", -Double.MAX_VALUE, Double.MAX_VALUE),
                        SampleRun.numbers("narrowest", 0, Double.MIN_VALUE)));

        String html = Reports.of(SampleRun.with(profile, NOTHING), SampleRun.outcomes(CLASSES))
                .html();

        assertThat(new ParsedPage(html).text()).contains("Every value is missing.", "There are no rows.", "constant");
        assertThat(html).doesNotContain("NaN", "Infinity");
    }

    @Test
    @Tag("T14")
    void aRegressionIsDrawnAsFarAsItsNumbersAreFinite() {
        double[] truths = new double[500];
        double[] predicted = new double[500];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = i % 90;
            predicted[i] = i == 3 ? Double.NaN : i == 4 ? Double.POSITIVE_INFINITY : i % 90 + i % 7 - 3;
        }

        String html = regression(truths, predicted);

        assertThat(new ParsedPage(html).text())
                .contains("Predicted and true", "Residuals", "Half of them lie between -2");
        assertThat(html).doesNotContain("NaN", "Infinity").contains("rows</title>");
    }

    @Test
    @Tag("T14")
    void extremeAndMissingNumbersOfARegressionBreakNothing() {
        double big = Double.MAX_VALUE;

        assertThat(regression(new double[] {-big, big}, new double[] {big / 2, -big / 2}))
                .doesNotContain("NaN");
        assertThat(regression(new double[0], new double[0])).contains("Not drawn");
        assertThat(regression(new double[] {1}, new double[] {Double.NaN})).contains("Not drawn");
        assertThat(regression(new double[] {5}, new double[] {5})).contains("How large residuals are");
    }

    /** The page takes the kind of answer from the outcomes. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static String regression(double[] truths, double[] predicted) {
        RegressionOutcomes outcomes = RegressionOutcomes.of(NumberTruth.wrap(truths), predicted, Optional.empty());
        String html = Reports.of(
                        (Run) SampleRun.with(new Profile(0, List.of()), NOTHING),
                        (io.mlops4j.api.evaluate.Outcomes) outcomes)
                .html();
        new ParsedPage(html);
        return html;
    }
}
