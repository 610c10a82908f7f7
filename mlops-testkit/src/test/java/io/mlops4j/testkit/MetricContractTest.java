package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the metric that breaks it. */
class MetricContractTest {

    @Test
    void findsNothingWrongWithSoundMetrics() {
        assertThat(ContractRun.failuresOf(AccuracyTest.class)).isEmpty();
        assertThat(ContractRun.failuresOf(MeanAbsoluteErrorTest.class)).isEmpty();
    }

    @Test
    void noticesAMetricThatDoesNotCountWeights() {
        assertThat(ContractRun.failuresOf(Unweighted.class)).containsExactly("countsARowOfWeightTwoLikeTwoRows");
    }

    @Test
    void noticesAMetricThatDividesByTheRowsInsteadOfTheirWeights() {
        assertThat(ContractRun.failuresOf(DividesByRows.class))
                .containsExactly("countsARowOfWeightTwoLikeTwoRows", "doesNotChangeWhenEveryRowCountsTheSame");
    }

    @Test
    void noticesAMetricThatTakesNoRowsForPerfection() {
        assertThat(ContractRun.failuresOf(PerfectWhenEmpty.class)).containsExactly("isNotANumberForNoRows");
    }

    @Test
    void noticesAMetricThatNeedsTwoRows() {
        assertThat(ContractRun.failuresOf(NeedsTwo.class)).containsExactly("needsNoSecondRow");
    }

    @Test
    void noticesAMetricThatLooksAtTheFirstRow() {
        assertThat(ContractRun.failuresOf(FirstRow.class)).contains("doesNotDependOnTheOrderOfTheRows");
    }

    @Test
    void noticesAMetricWithTheWrongDirection() {
        assertThat(ContractRun.failuresOf(WrongDirection.class)).containsExactly("likesPerfectAnswersBest");
    }

    @Test
    void noticesAMetricThatCountsItsCalls() {
        assertThat(ContractRun.failuresOf(Counts.class)).contains("givesTheSameNumberTwice");
    }

    @Test
    void noticesAMetricThatIsInfinite() {
        assertThat(ContractRun.failuresOf(Infinite.class)).contains("isANumberWhereItIsDefined");
    }

    @Test
    void noticesAMetricThatDoesNotFitItsTarget() {
        assertThat(ContractRun.failuresOf(FitsNothing.class)).containsExactly("fitsItsTarget");
    }

    @Test
    void noticesAMetricWhoseNameIsNoName() {
        assertThat(ContractRun.failuresOf(Shouting.class)).containsExactly("alwaysHasTheSameWellFormedKey");
    }

    /** The accuracy without regard to weights. */
    private static double unweighted(Outcomes<Classification> outcomes) {
        ClassificationOutcomes rows = (ClassificationOutcomes) outcomes;
        return IntStream.range(0, rows.size())
                .mapToDouble(row -> rows.predicted(row) == rows.truth(row) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    static class Unweighted extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public double compute(Outcomes<Classification> outcomes) {
                    return unweighted(outcomes);
                }
            };
        }
    }

    static class DividesByRows extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public double compute(Outcomes<Classification> outcomes) {
                    double weights = IntStream.range(0, outcomes.size())
                            .mapToDouble(outcomes::weight)
                            .sum();
                    return super.compute(outcomes) * weights / outcomes.size();
                }
            };
        }
    }

    static class PerfectWhenEmpty extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public double compute(Outcomes<Classification> outcomes) {
                    return outcomes.size() == 0 ? 1 : super.compute(outcomes);
                }
            };
        }
    }

    static class NeedsTwo extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public double compute(Outcomes<Classification> outcomes) {
                    if (outcomes.size() == 1) {
                        throw new IllegalStateException("one row");
                    }
                    return super.compute(outcomes);
                }
            };
        }
    }

    static class FirstRow extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public double compute(Outcomes<Classification> outcomes) {
                    ClassificationOutcomes rows = (ClassificationOutcomes) outcomes;
                    double bonus = rows.size() > 1 && rows.truth(0) == 1 && rows.truth(1) == 1 ? 0.01 : 0;
                    return super.compute(outcomes) + bonus;
                }
            };
        }
    }

    static class WrongDirection extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public Direction direction() {
                    return Direction.LOWER_IS_BETTER;
                }
            };
        }
    }

    static class Counts extends AccuracyTest {

        private final Metric<Classification> metric = new Accuracy() {
            private int calls;

            @Override
            public double compute(Outcomes<Classification> outcomes) {
                return super.compute(outcomes) / ++calls;
            }
        };

        @Override
        protected Metric<Classification> metric() {
            return metric;
        }
    }

    static class Infinite extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public double compute(Outcomes<Classification> outcomes) {
                    return super.compute(outcomes) / 0;
                }
            };
        }
    }

    static class FitsNothing extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public void check(Target<?> target) {
                    throw new SchemaException("this metric fits no target.");
                }
            };
        }
    }

    static class Shouting extends AccuracyTest {

        @Override
        protected Metric<Classification> metric() {
            return new Accuracy() {
                @Override
                public MetricKey key() {
                    return MetricKey.of("ACCURACY, as we call it");
                }
            };
        }
    }
}
