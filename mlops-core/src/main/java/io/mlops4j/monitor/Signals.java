package io.mlops4j.monitor;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.monitor.Signal;
import java.util.List;

/** What can be watched of a deployment. A limit is made by {@code above} or {@code below}. */
public final class Signals {

    private Signals() {}

    /**
     * How far the values of columns have moved from those of the training rows, by the population stability index of each:
     * below 0.1 hardly, from 0.2 on clearly. A column breaks the limit only if a two-sample test, corrected for the number of
     * columns, agrees that this is no chance.
     *
     * @param columns which columns of the model's input
     * @return the signal
     */
    public static Signal psi(ColumnSelector columns) {
        return new Signal.Drift(columns);
    }

    /**
     * The same of all columns.
     *
     * @return the signal
     */
    public static Signal psi() {
        return new Signal.Drift(Signals::every);
    }

    private static List<Column> every(Schema schema) {
        return schema.columns();
    }

    /**
     * How far score and predicted class have moved from those of the test rows, by the population stability index of each.
     *
     * @return the signal
     */
    public static Signal answerPsi() {
        return new Signal.AnswerDrift();
    }

    /**
     * Which share of the rows the model could not answer.
     *
     * @return the signal, from 0 to 1
     */
    public static Signal errorRate() {
        return new Signal.ErrorRate();
    }

    /**
     * How long most answers take at most.
     *
     * @param quantile which share of the answers, such as {@code percent(99)}
     * @return the signal, in seconds
     */
    public static Signal latency(Percent quantile) {
        return new Signal.Latency(quantile);
    }

    /**
     * Which share of the answers is right, of those whose truth is known.
     *
     * @return the signal of a classification, from 0 to 1
     */
    public static Signal liveAccuracy() {
        return new Signal.Accuracy();
    }

    /**
     * How far the answers are off on average, of those whose truth is known.
     *
     * @return the signal of a regression, in the unit of the target
     */
    public static Signal liveMae() {
        return new Signal.MeanAbsoluteError();
    }
}
