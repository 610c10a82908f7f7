package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Target;
import io.mlops4j.testkit.MetricContract;
import org.junit.jupiter.api.Nested;

/** The usual metrics keep the contract that metrics of users keep. */
class MetricContractsTest {

    abstract static class OfTwoClasses extends MetricContract<Classification> {
        @Override
        protected Target<Classification> target() {
            return Target.category("survived").positive("1");
        }

        @Override
        protected Outcomes<Classification> outcomes() {
            return Given.scores("110010100101", 0.9, 0.4, 0.2, 0.3, 0.8, 0.6, 0.7, 0.1, 0.05, 0.55, 0.45, 0.95);
        }
    }

    abstract static class OfNumbers extends MetricContract<Regression> {
        @Override
        protected Target<Regression> target() {
            return Target.number("mass");
        }

        @Override
        protected Outcomes<Regression> outcomes() {
            return Given.numbers(
                    Given.of(3.5, 4, 5.5, 2, 7, 1, 3, 8, 6, 2.5), 3, 4.5, 5, 2.5, 7.25, 1.5, 2, 8.5, 6, 2.25);
        }
    }

    @Nested
    class Accuracy extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.accuracy();
        }
    }

    @Nested
    class Precision extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.precision("1");
        }
    }

    @Nested
    class RecallOnAverage extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.recall(Averaging.MACRO);
        }
    }

    @Nested
    class F1OnAverage extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.f1(Averaging.MICRO);
        }
    }

    @Nested
    class RocAuc extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.rocAuc("1");
        }
    }

    @Nested
    class AveragePrecision extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.averagePrecision("1");
        }
    }

    @Nested
    class LogLoss extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.logLoss();
        }
    }

    @Nested
    class Brier extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.brier("1");
        }
    }

    @Nested
    class MatthewsCorrelation extends OfTwoClasses {
        @Override
        protected Metric<Classification> metric() {
            return Metrics.matthewsCorrelation();
        }
    }

    @Nested
    class MeanAbsoluteError extends OfNumbers {
        @Override
        protected Metric<Regression> metric() {
            return Metrics.mae();
        }
    }

    @Nested
    class RootMeanSquare extends OfNumbers {
        @Override
        protected Metric<Regression> metric() {
            return Metrics.rmse();
        }
    }

    @Nested
    class ExplainedShare extends OfNumbers {
        @Override
        protected Metric<Regression> metric() {
            return Metrics.r2();
        }
    }

    @Nested
    class MedianError extends OfNumbers {
        @Override
        protected Metric<Regression> metric() {
            return Metrics.medianAbsoluteError();
        }
    }
}
