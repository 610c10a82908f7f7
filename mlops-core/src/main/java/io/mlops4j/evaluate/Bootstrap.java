package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.check.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Confidence intervals by the percentile bootstrap: the test rows are drawn again and again, as many as there are, with
 * replacement, and each metric is measured on every such draw. Immutable.
 *
 * <p>Each draw has its own seed, so the intervals are the same on any number of threads.
 */
public final class Bootstrap {

    /** An interval of which more than so many draws have no value says nothing of the metric. */
    private static final double TOLERATED = 0.05;

    private final int resamples;
    private final long seed;
    private final double level;
    private final Workers workers;

    private Bootstrap(int resamples, long seed, double level, Workers workers) {
        this.resamples = resamples;
        this.seed = seed;
        this.level = level;
        this.workers = workers;
    }

    /**
     * A bootstrap with seed 0 and level 0.95, on the caller's thread.
     *
     * @param resamples how many draws are made, at least 2; a thousand is usual
     * @return the bootstrap
     */
    public static Bootstrap of(int resamples) {
        if (resamples < 2) {
            throw new IllegalArgumentException("A bootstrap needs at least 2 resamples, not " + resamples + ".");
        }
        return new Bootstrap(resamples, 0, 0.95, Workers.none());
    }

    /**
     * The same with another seed.
     *
     * @param value from which all draws follow
     * @return the bootstrap
     */
    public Bootstrap seed(long value) {
        return new Bootstrap(resamples, value, level, workers);
    }

    /**
     * The same with another level.
     *
     * @param share the share of such intervals that are to hold the true value, between 0 and 1
     * @return the bootstrap
     */
    public Bootstrap level(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The level of an interval lies between 0 and 1, not at " + share + ".");
        }
        return new Bootstrap(resamples, seed, share, workers);
    }

    /**
     * The same with helpers. The caller's thread works too, so a busy executor slows nothing down.
     *
     * @param executor runs the helpers; it is not shut down
     * @param helpers how many tasks it is given at most
     * @return the bootstrap
     */
    public Bootstrap on(Executor executor, int helpers) {
        return new Bootstrap(resamples, seed, level, Workers.of(executor, helpers));
    }

    /** One interval a metric; empty where the metric is not defined on more draws than are tolerated. */
    <Y extends Prediction> List<Optional<Interval>> intervals(List<Metric<Y>> metrics, Outcomes<Y> outcomes) {
        double[][] values = new double[metrics.size()][resamples];
        workers.run(resamples, draw -> {
            Outcomes<Y> drawn = outcomes.select(rows(outcomes.size(), draw));
            for (int metric = 0; metric < values.length; metric++) {
                values[metric][draw] = metrics.get(metric).compute(drawn);
            }
        });
        List<Optional<Interval>> intervals = new ArrayList<>();
        for (double[] drawn : values) {
            intervals.add(interval(drawn));
        }
        return intervals;
    }

    private int[] rows(int size, int draw) {
        SplitMix random = SplitMix.stream(seed, draw);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = random.below(size);
        }
        return rows;
    }

    private Optional<Interval> interval(double[] drawn) {
        double[] defined = Arrays.stream(drawn)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (drawn.length - defined.length > TOLERATED * drawn.length) {
            return Optional.empty();
        }
        double tail = (1 - level) / 2;
        return Optional.of(
                new Interval(Quantiles.ofSorted(defined, tail), Quantiles.ofSorted(defined, 1 - tail), level));
    }

    @Override
    public String toString() {
        return "bootstrap(" + resamples + ", seed " + seed + ", level " + level + ")";
    }
}
