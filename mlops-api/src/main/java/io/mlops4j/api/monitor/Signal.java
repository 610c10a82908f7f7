package io.mlops4j.api.monitor;

import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Percent;

/** Something that can be measured of a deployed model. */
public sealed interface Signal {

    /**
     * A limit on it.
     *
     * @param value what it may not be above
     * @return the limit
     */
    default Limit above(double value) {
        return new Limit(this, Limit.Side.ABOVE, value);
    }

    /**
     * A limit on it.
     *
     * @param value what it may not be below
     * @return the limit
     */
    default Limit below(double value) {
        return new Limit(this, Limit.Side.BELOW, value);
    }

    /**
     * How far the values of columns have moved: the population stability index of each. A column counts as drifted if its
     * index is above the limit and a two-sample test, corrected for the number of columns, agrees.
     *
     * @param columns which columns of the model's input
     */
    record Drift(ColumnSelector columns) implements Signal {

        @Override
        public String toString() {
            return "drift";
        }
    }

    /** How far the answers have moved: the population stability index of score and label. */
    record AnswerDrift() implements Signal {

        @Override
        public String toString() {
            return "answer drift";
        }
    }

    /** Which share of the rows the model could not answer. */
    record ErrorRate() implements Signal {

        @Override
        public String toString() {
            return "error rate";
        }
    }

    /**
     * How long an answer takes, in seconds.
     *
     * @param quantile of the answers in the window, such as 99 %
     */
    record Latency(Percent quantile) implements Signal {

        @Override
        public String toString() {
            return "latency at " + quantile;
        }
    }

    /**
     * Which share of the answers with a known truth is right. Truths come late: a limit is held against the latest windows of
     * the version, as many as it takes to know as many truths as a window needs rows.
     */
    record Accuracy() implements Signal {

        @Override
        public String toString() {
            return "accuracy";
        }
    }

    /** The mean absolute error of the answers with a known truth; of the same windows as {@link Accuracy}. */
    record MeanAbsoluteError() implements Signal {

        @Override
        public String toString() {
            return "mean absolute error";
        }
    }
}
