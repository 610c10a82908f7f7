package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.Prediction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model has to reach.
 *
 * @param metric what is measured
 * @param condition what is demanded of the number
 * @param minimumSliceRows if present, the condition also has to hold on every slice of at least so many rows
 * @param <Y> the kind of answer
 */
public record Criterion<Y extends Prediction>(Metric<Y> metric, Condition condition, Optional<Long> minimumSliceRows) {

    /**
     * A criterion on all rows together.
     *
     * @param metric what is measured
     * @param condition what is demanded of the number
     */
    public Criterion(Metric<Y> metric, Condition condition) {
        this(metric, condition, Optional.empty());
    }

    /**
     * The same criterion, which also has to hold on every slice.
     *
     * @param minimumRows slices with fewer rows are not judged
     * @return the criterion
     */
    public Criterion<Y> onEverySlice(long minimumRows) {
        return new Criterion<>(metric, condition, Optional.of(minimumRows));
    }

    /**
     * Judges a model.
     *
     * @param candidate what was measured of it
     * @param champion what was measured of the live model on the same rows, or empty if there is none
     * @return one finding for all rows, and one a slice if slices are judged
     */
    public List<Finding> judge(Evaluation candidate, Optional<Evaluation> champion) {
        List<Measurement> judged = candidate.measurements().stream()
                .filter(measurement -> measurement.metric().equals(metric.key()))
                .filter(measurement -> measurement.slice().isEmpty()
                        || minimumSliceRows
                                .filter(least -> measurement.rows() >= least)
                                .isPresent())
                .toList();
        if (judged.stream().noneMatch(measurement -> measurement.slice().isEmpty())) {
            return List.of(new Finding(this.toString(), false, metric.key() + " was not measured"));
        }
        return judged.stream().map(measurement -> judge(measurement, champion)).toList();
    }

    private Finding judge(Measurement measurement, Optional<Evaluation> champion) {
        double value = measurement.value();
        String found = measurement.toString();
        if (condition instanceof Condition.AtLeast least) {
            return new Finding(toString(), value >= least.threshold(), found);
        } else if (condition instanceof Condition.AtMost most) {
            return new Finding(toString(), value <= most.threshold(), found);
        }
        double tolerance = ((Condition.NoWorseThanChampion) condition).tolerance();
        if (champion.isEmpty()) {
            return new Finding(toString(), !Double.isNaN(value), found + "; there is no champion yet");
        }
        Optional<Measurement> baseline = champion.get().find(measurement.metric(), measurement.slice());
        if (baseline.isEmpty()) {
            return new Finding(toString(), false, found + "; it was not measured of the champion");
        }
        double gain = metric.direction() == Direction.HIGHER_IS_BETTER
                ? value - baseline.get().value()
                : baseline.get().value() - value;
        return new Finding(
                toString(),
                gain >= -tolerance,
                found
                        + String.format(
                                Locale.ROOT,
                                "; the champion has %.4f",
                                baseline.get().value()));
    }

    @Override
    public String toString() {
        return metric.key() + " " + condition
                + minimumSliceRows
                        .map(rows -> " on every slice of at least " + rows + " rows")
                        .orElse("");
    }
}
