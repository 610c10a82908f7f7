package io.mlops4j.api.evaluate;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param metric what was measured
 * @param slice on which part of the test rows, or empty for all of them
 * @param value the number; NaN where the metric is not defined, such as the ROC AUC of one class
 * @param interval where the true value probably lies, or empty if it was not computed
 * @param rows on how many rows
 */
public record Measurement(
        MetricKey metric, Optional<Slice> slice, double value, Optional<Interval> interval, long rows) {

    @Override
    public String toString() {
        return metric + slice.map(part -> " [" + part + "]").orElse("")
                + String.format(Locale.ROOT, " %.4f", value)
                + interval.map(range -> String.format(Locale.ROOT, " (%.4f to %.4f)", range.lower(), range.upper()))
                        .orElse("")
                + " on " + rows + " rows";
    }
}
