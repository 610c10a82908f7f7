package io.mlops4j.evaluate;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.CategoryTarget;
import io.mlops4j.api.train.Target;
import java.util.function.ToDoubleFunction;

/** A metric of classes. What it measures is a function; whether the outcomes can be measured at all is checked here. */
record ClassMetric(
        MetricKey key,
        Direction direction,
        ToDoubleFunction<ClassificationOutcomes> measure,
        boolean needsProbabilities)
        implements Metric<Classification> {

    /** Measures how well one class is told from the rest. */
    interface OfClass {
        double measure(ClassificationOutcomes outcomes, int label);
    }

    /** Measures all classes together. */
    static ClassMetric overall(String name, Direction direction, ToDoubleFunction<ClassificationOutcomes> measure) {
        return new ClassMetric(MetricKey.of(name), direction, measure, false);
    }

    /** Measures one class. */
    static ClassMetric ofClass(String name, String label, Direction direction, OfClass measure) {
        MetricKey key = MetricKey.of(name, label);
        return new ClassMetric(
                key, direction, outcomes -> measure.measure(outcomes, position(key, outcomes.classes(), label)), false);
    }

    /** Measures the positive class. */
    static ClassMetric ofPositive(String name, Direction direction, OfClass measure) {
        MetricKey key = MetricKey.of(name);
        return new ClassMetric(
                key, direction, outcomes -> measure.measure(outcomes, positive(key, outcomes.classes())), false);
    }

    /** Measures the average over the classes. */
    static ClassMetric averaged(
            String name, Averaging averaging, Direction direction, ToDoubleFunction<ClassificationOutcomes> measure) {
        if (averaging == Averaging.NONE) {
            throw new IllegalArgumentException(
                    "An average of " + name + " is MICRO, MACRO or WEIGHTED, not NONE. For one class, name it.");
        }
        return new ClassMetric(MetricKey.of(name, averaging), direction, measure, false);
    }

    /** The same metric, which is NaN if only classes were predicted. */
    ClassMetric ofProbabilities() {
        return new ClassMetric(key, direction, measure, true);
    }

    private static int position(MetricKey key, Classes classes, String label) {
        return classes.find(label)
                .orElseThrow(() -> new InvalidDataException(
                        key + " is about a class that there is not. Classes: " + classes.names() + "."));
    }

    private static int positive(MetricKey key, Classes classes) {
        int positive = classes.positiveIndex();
        if (positive < 0) {
            throw new InvalidDataException(key + " needs a positive class, and of " + classes.names()
                    + " none is. Declare one with category(...).positive(...), name a class, or take an average.");
        }
        return positive;
    }

    @Override
    public void check(Target<?> target) {
        if (!(target instanceof CategoryTarget)) {
            throw new SchemaException(key + " measures classes, and "
                    + target.columns().stream().map(Column::name).toList()
                    + " holds numbers. Take a metric of numbers, such as rmse(), or a category as the target.");
        }
    }

    @Override
    public double compute(Outcomes<Classification> outcomes) {
        ClassificationOutcomes classes = (ClassificationOutcomes) outcomes;
        boolean answered = classes.hasProbabilities() || !needsProbabilities;
        return answered && Measurable.test(classes) ? measure.applyAsDouble(classes) : Double.NaN;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
