package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.RegressionOutcomes;
import java.util.Arrays;

/**
 * The share of pairs of rows that truth and prediction order alike, less the share that they order otherwise, corrected for
 * ties (tau-b). Rows are taken by falling truth; a Fenwick tree holds the weight of the rows before, by place of prediction.
 */
final class KendallTau {

    /** Tree node {@code i} holds the sum of a range that ends at place {@code i}, counted from 1. */
    private final double[] tree;

    private KendallTau(int places) {
        this.tree = new double[places + 1];
    }

    static double b(RegressionOutcomes outcomes) {
        Pairs pairs = Pairs.of(outcomes);
        if (Correlation.constant(pairs.x()) || Correlation.constant(pairs.y())) {
            return Double.NaN;
        }
        int[] placesX = places(pairs.x());
        int[] placesY = places(pairs.y());
        double difference = new KendallTau(pairs.size()).difference(placesX, placesY, pairs.weights());
        return difference / (Math.sqrt(untied(placesX, pairs.weights())) * Math.sqrt(untied(placesY, pairs.weights())));
    }

    /** The place of each value among the different values, from 0 for the largest. */
    private static int[] places(double[] values) {
        double[] rows = new double[values.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        Ranked ranked = Ranked.of(values, rows);
        int[] places = new int[values.length];
        int place = 0;
        for (int at = 0; at < places.length; at++) {
            if (at > 0 && ranked.number(at) != ranked.number(at - 1)) {
                place++;
            }
            places[(int) ranked.companion(at)] = place;
        }
        return places;
    }

    /** The weight of concordant pairs less that of discordant ones. */
    private double difference(int[] placesX, int[] placesY, double[] weights) {
        double[] negated = Arrays.stream(placesX).mapToDouble(place -> -place).toArray();
        double[] rows = new double[weights.length];
        Arrays.setAll(rows, row -> row);
        Ranked byX = Ranked.of(negated, rows); // the first place first
        double difference = 0;
        double before = 0;
        int from = 0;
        while (from < byX.size()) {
            int to = from;
            for (; to < byX.size() && byX.number(to) == byX.number(from); to++) {
                int row = (int) byX.companion(to);
                double above = sum(placesY[row]);
                double below = before - sum(placesY[row] + 1);
                difference += weights[row] * (above - below);
            }
            for (int at = from; at < to; at++) {
                int row = (int) byX.companion(at);
                add(placesY[row], weights[row]);
                before += weights[row];
            }
            from = to;
        }
        return difference;
    }

    /** The weight of the pairs of rows at different places. */
    private static double untied(int[] places, double[] weights) {
        double[] sums = new double[places.length];
        double all = 0;
        for (int row = 0; row < places.length; row++) {
            sums[places[row]] += weights[row];
            all += weights[row];
        }
        double same = 0;
        for (double sum : sums) {
            same += sum * sum;
        }
        return (all * all - same) / 2;
    }

    private void add(int place, double weight) {
        for (int node = place + 1; node < tree.length; node += node & -node) {
            tree[node] += weight;
        }
    }

    /** The weight at the first so many places. */
    private double sum(int places) {
        double sum = 0;
        for (int node = places; node > 0; node -= node & -node) {
            sum += tree[node];
        }
        return sum;
    }
}
