package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.Prediction;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of metrics whatever the rows. */
class MetricPropertiesTest {

    private static final double CLOSE = 1e-12;

    /** A row of small integers, so that ties are frequent. */
    record Row(int truth, int answer, int weight) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 3))
                .as(Row::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .filter(rows -> rows.stream().mapToInt(Row::weight).sum() > 1);
    }

    @Property(tries = 300)
    void aRowOfWeightTwoIsTwoRows(@ForAll("rows") List<Row> rows) {
        List<Row> repeated = rows.stream()
                .flatMap(row ->
                        Stream.generate(() -> new Row(row.truth, row.answer, 1)).limit(row.weight))
                .toList();
        Stream.concat(AllMetrics.ofPredictedClasses().stream(), AllMetrics.additive().stream())
                .forEach(metric -> requireSame(metric, scores(rows), scores(repeated)));
        AllMetrics.additiveOfNumbers().forEach(metric -> requireSame(metric, numbers(rows), numbers(repeated)));
    }

    @Property(tries = 100)
    void theOrderOfRowsDoesNotMatter(@ForAll("rows") List<Row> rows) {
        int[] reversed = IntStream.range(0, rows.size())
                .map(row -> rows.size() - 1 - row)
                .toArray();
        Stream.concat(AllMetrics.ofPredictedClasses().stream(), AllMetrics.additive().stream())
                .forEach(
                        metric -> requireSame(metric, scores(rows), scores(rows).select(reversed)));
        AllMetrics.ofNumbers()
                .forEach(metric ->
                        requireSame(metric, numbers(rows), numbers(rows).select(reversed)));
    }

    @Property(tries = 300)
    void rocAucIsTheShareOfPairsInOrder(@ForAll("rows") List<Row> rows) {
        double inOrder = 0;
        double pairs = 0;
        for (Row positive : rows) {
            for (Row negative : rows) {
                if (positive.truth > 2 && negative.truth <= 2) {
                    double weight = positive.weight * negative.weight;
                    pairs += weight;
                    inOrder += weight * (1 + Integer.signum(positive.answer - negative.answer)) / 2;
                }
            }
        }
        requireClose(Metrics.rocAuc().compute(scores(rows)), inOrder / pairs);
    }

    @Property(tries = 300)
    void kendallsTauIsTheBalanceOfPairs(@ForAll("rows") List<Row> rows) {
        double balance = 0;
        double untiedTruth = 0;
        double untiedAnswer = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                double weight = rows.get(i).weight * rows.get(j).weight;
                int truth = Integer.signum(rows.get(i).truth - rows.get(j).truth);
                int answer = Integer.signum(rows.get(i).answer - rows.get(j).answer);
                balance += weight * truth * answer;
                untiedTruth += weight * Math.abs(truth);
                untiedAnswer += weight * Math.abs(answer);
            }
        }
        requireClose(
                Correlations.kendallTauB().compute(numbers(rows)), balance / Math.sqrt(untiedTruth * untiedAnswer));
    }

    @Property(tries = 100)
    void bestThresholdsAreOnTheCurve(@ForAll("rows") List<Row> rows) {
        ClassificationOutcomes outcomes = scores(rows);
        double best = Ranking.bestF1().compute(outcomes);
        if (!Double.isNaN(best)) {
            Curve curve = Curve.of(outcomes, "1");
            requireClose(curve.bestF1().f1(), best);
            requireClose(curve.bestYouden().youden(), Ranking.youden().compute(outcomes));
            assertThat(curve.points()).isSortedAccordingTo((a, b) -> Double.compare(b.threshold(), a.threshold()));
        }
    }

    private static ClassificationOutcomes scores(List<Row> rows) {
        return Given.weightedScores(
                rows.stream().map(row -> row.truth > 2 ? "1" : "0").reduce("", String::concat),
                rows.stream().mapToDouble(Row::weight).toArray(),
                rows.stream().mapToDouble(row -> row.answer / 8.0).toArray());
    }

    private static RegressionOutcomes numbers(List<Row> rows) {
        return Given.weightedNumbers(
                rows.stream().mapToDouble(Row::truth).toArray(),
                rows.stream().mapToDouble(Row::weight).toArray(),
                rows.stream().mapToDouble(Row::answer).toArray());
    }

    private static <Y extends Prediction> void requireSame(Metric<Y> metric, Outcomes<Y> one, Outcomes<Y> other) {
        double expected = metric.compute(other);
        double found = metric.compute(one);
        if (Double.isNaN(expected)) {
            assertThat(found).as(metric.toString()).isNaN();
        } else {
            assertThat(found)
                    .as(metric.toString())
                    .isCloseTo(expected, within(CLOSE * Math.max(1, Math.abs(expected))));
        }
    }

    private static void requireClose(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(CLOSE));
        }
    }
}
