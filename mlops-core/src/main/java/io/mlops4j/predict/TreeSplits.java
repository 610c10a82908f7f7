package io.mlops4j.predict;

import java.util.Arrays;

/**
 * The splits of all trees, feature after feature, in the form that a mask table is made of. They lie in arrays: there are
 * thousands of them, and a model is opened faster if they are not as many objects.
 */
final class TreeSplits {

    private static final int NONE = -1;

    private final Lanes lanes;
    /** Where the splits of each feature begin, and the last ones end. */
    private final int[] starts;

    private final int[] laneOf;
    private final int[] keys;
    /** Whether a missing number goes right. */
    private final boolean[] missingRight;
    /** What remains of the lane when a row goes right. */
    private final long[] masks;

    TreeSplits(Lanes lanes, int features) {
        this.lanes = lanes;
        starts = new int[features + 1];
        lanes.eachSplit((lane, tree, node, mask) -> starts[tree.feature(node) + 1]++);
        for (int feature = 0; feature < features; feature++) {
            starts[feature + 1] += starts[feature];
        }
        int size = starts[features];
        laneOf = new int[size];
        keys = new int[size];
        missingRight = new boolean[size];
        masks = new long[size];
        int[] next = Arrays.copyOf(starts, features);
        lanes.eachSplit((lane, tree, node, mask) -> {
            int split = next[tree.feature(node)]++;
            laneOf[split] = lane;
            keys[split] = FloatOrder.thresholdKey(tree.threshold(node));
            missingRight[split] = !tree.defaultLeft(node);
            masks[split] = mask;
        });
    }

    /** The keys of the thresholds of a feature, in any order. */
    int[] keys(int feature) {
        return Arrays.copyOfRange(keys, starts[feature], starts[feature + 1]);
    }

    /** The row of each bin of a feature. */
    long[][] rows(int feature, Bins bins) {
        int from = starts[feature];
        int to = starts[feature + 1];
        // of each bin the first split whose threshold begins it, and after each split the next one of its bin
        int[] first = new int[bins.count()];
        Arrays.fill(first, NONE);
        int[] following = new int[to - from];
        for (int split = from; split < to; split++) {
            int bin = bins.find(keys[split]);
            following[split - from] = first[bin];
            first[bin] = split;
        }
        long[][] rows = new long[bins.count()][];
        for (int bin = 0; bin < bins.missing(); bin++) {
            long[] row = bin == 0 ? lanes.all() : rows[bin - 1].clone();
            for (int split = first[bin]; split != NONE; split = following[split - from]) {
                row[laneOf[split]] &= masks[split]; // from here on numbers go right
            }
            rows[bin] = row;
        }
        rows[bins.missing()] = lanes.all();
        apply(feature, Float.NaN, rows[bins.missing()]);
        return rows;
    }

    /** Removes from a row what is left of the splits of a feature at which a number, NaN for a missing one, goes right. */
    void apply(int feature, float number, long[] row) {
        boolean missing = Float.isNaN(number);
        int key = missing ? FloatOrder.MISSING_LOW : FloatOrder.key(number);
        for (int split = starts[feature]; split < starts[feature + 1]; split++) {
            if (missing ? missingRight[split] : key >= keys[split]) {
                row[laneOf[split]] &= masks[split];
            }
        }
    }
}
