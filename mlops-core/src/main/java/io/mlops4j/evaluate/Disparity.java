package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Slice;

/**
 * How far apart the slices of a column lie. Of the selection rate it is known as demographic parity, of the recall as equal
 * opportunity; of recall and false positive rate the worse difference as equalized odds.
 *
 * @param smallest the smallest value of a slice
 * @param largest the largest value of a slice
 */
public record Disparity(double smallest, double largest) {

    /**
     * Compares the slices of a column, without the rows that have no value in it.
     *
     * @param evaluation what was measured, sliced by the column
     * @param metric which of the measured metrics
     * @param column the column
     * @return both ends; NaN if there is no slice, or the metric is not defined on one of them
     */
    public static Disparity between(Evaluation evaluation, Metric<?> metric, String column) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (var found : evaluation.measurements()) {
            boolean belongs = found.metric().equals(metric.key())
                    && found.slice()
                            .filter(slice -> slice.column().equals(column)
                                    && !slice.value().equals(Slice.MISSING))
                            .isPresent();
            if (belongs) {
                smallest = Math.min(smallest, found.value());
                largest = Math.max(largest, found.value());
            }
        }
        boolean any = largest >= smallest;
        return new Disparity(any ? smallest : Double.NaN, any ? largest : Double.NaN);
    }

    /**
     * The largest less the smallest.
     *
     * @return at least 0, or NaN
     */
    public double difference() {
        return largest - smallest;
    }

    /**
     * The smallest over the largest.
     *
     * @return 1 if all slices are alike; NaN if all are 0
     */
    public double ratio() {
        return smallest / largest;
    }
}
