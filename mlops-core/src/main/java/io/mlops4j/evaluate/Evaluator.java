package io.mlops4j.evaluate;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.predict.Prediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model on test rows: all metrics on all rows, then on every slice. Immutable and safe for use by many threads;
 * the same outcomes give the same evaluation.
 *
 * @param <Y> the kind of answer
 */
public final class Evaluator<Y extends Prediction> {

    private final List<Metric<Y>> metrics;
    private final List<String> columns;
    private final @Nullable Bootstrap bootstrap;

    private Evaluator(List<Metric<Y>> metrics, List<String> columns, @Nullable Bootstrap bootstrap) {
        this.metrics = metrics;
        this.columns = columns;
        this.bootstrap = bootstrap;
    }

    /**
     * An evaluator without slices and intervals.
     *
     * @param metrics what is measured, in this order; of several with one key the first
     * @param <Y> the kind of answer
     * @return the evaluator
     */
    public static <Y extends Prediction> Evaluator<Y> of(List<Metric<Y>> metrics) {
        Map<MetricKey, Metric<Y>> unique = new LinkedHashMap<>();
        metrics.forEach(metric -> unique.putIfAbsent(metric.key(), metric));
        return new Evaluator<>(List.copyOf(unique.values()), List.of(), null);
    }

    /**
     * The same, which also measures each part of the rows.
     *
     * @param names categorical or boolean columns, each of which divides all rows by its values
     * @return the evaluator
     */
    public Evaluator<Y> slicedBy(List<String> names) {
        return new Evaluator<>(metrics, names.stream().distinct().toList(), bootstrap);
    }

    /**
     * The same, which also says between which bounds each value probably lies.
     *
     * @param intervals how the bounds are found
     * @return the evaluator
     */
    public Evaluator<Y> bootstrap(Bootstrap intervals) {
        return new Evaluator<>(metrics, columns, intervals);
    }

    /**
     * Checks that the columns are there which divide the rows, before any data are read.
     *
     * @param schema the columns of the test rows
     * @throws io.mlops4j.api.error.SchemaException if one is not there, or is neither categorical nor boolean
     */
    public void check(Schema schema) {
        columns.forEach(column -> Slices.check(schema, column));
    }

    /**
     * Measures.
     *
     * @param outcomes what was said beside what was true
     * @param rows the test rows in the same order, which are divided into slices
     * @return the measurements of all rows, then those of the slices by column and by code point of the value
     * @throws io.mlops4j.api.error.InvalidDataException if a metric is about a class that there is not
     * @throws io.mlops4j.api.error.SchemaException if a column is not there, or is neither categorical nor boolean
     */
    public Evaluation evaluate(Outcomes<Y> outcomes, Dataset rows) {
        if (rows.size() != outcomes.size()) {
            throw new IllegalArgumentException(
                    "There are " + outcomes.size() + " outcomes, and " + rows.size() + " rows to divide them by.");
        }
        List<Measurement> measurements = new ArrayList<>(measure(outcomes, Optional.empty()));
        for (String column : columns) {
            Slices.of(rows, column)
                    .forEach((slice, part) -> measurements.addAll(measure(outcomes.select(part), Optional.of(slice))));
        }
        return new Evaluation(
                outcomes.size(),
                measurements,
                outcomes instanceof ClassificationOutcomes classes
                        ? Optional.of(Confusion.counts(classes))
                        : Optional.empty());
    }

    private List<Measurement> measure(Outcomes<Y> outcomes, Optional<Slice> slice) {
        List<Double> values =
                metrics.stream().map(metric -> metric.compute(outcomes)).toList();
        List<Optional<Interval>> intervals = bootstrap == null
                ? Collections.nCopies(metrics.size(), Optional.empty())
                : bootstrap.intervals(metrics, outcomes);
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            double value = values.get(i);
            measurements.add(new Measurement(
                    metrics.get(i).key(),
                    slice,
                    value,
                    Double.isNaN(value) ? Optional.empty() : intervals.get(i),
                    outcomes.size()));
        }
        return measurements;
    }
}
