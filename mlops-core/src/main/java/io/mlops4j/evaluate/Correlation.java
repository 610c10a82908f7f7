package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.RegressionOutcomes;

/** How far truth and prediction rise together. NaN if either is constant. */
final class Correlation {

    private Correlation() {}

    /** Along a line. */
    static double pearson(RegressionOutcomes outcomes) {
        return pearson(Pairs.of(outcomes));
    }

    /** In any rising way: Pearson's, of the ranks; equal values share the mean of their ranks. */
    static double spearman(RegressionOutcomes outcomes) {
        Pairs pairs = Pairs.of(outcomes);
        return pearson(
                new Pairs(ranks(pairs.x(), pairs.weights()), ranks(pairs.y(), pairs.weights()), pairs.weights()));
    }

    private static double pearson(Pairs pairs) {
        if (constant(pairs.x()) || constant(pairs.y())) {
            return Double.NaN;
        }
        double meanX = mean(pairs.x(), pairs.weights());
        double meanY = mean(pairs.y(), pairs.weights());
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < pairs.size(); i++) {
            double x = pairs.x()[i] - meanX;
            double y = pairs.y()[i] - meanY;
            double weight = pairs.weights()[i];
            xx += weight * x * x;
            yy += weight * y * y;
            xy += weight * x * y;
        }
        return xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }

    static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            all += weights[i];
        }
        return sum / all;
    }

    /** The weight above a value, and half of the weight at it: ranks up to a shift and their sense. */
    private static double[] ranks(double[] values, double[] weights) {
        double[] rows = new double[values.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        Ranked ranked = Ranked.of(values, rows);
        double[] ranks = new double[values.length];
        double above = 0;
        int from = 0;
        while (from < ranks.length) {
            int to = from;
            double here = 0;
            for (; to < ranks.length && ranked.number(to) == ranked.number(from); to++) {
                here += weights[(int) ranked.companion(to)];
            }
            for (int at = from; at < to; at++) {
                ranks[(int) ranked.companion(at)] = above + here / 2;
            }
            above += here;
            from = to;
        }
        return ranks;
    }
}
