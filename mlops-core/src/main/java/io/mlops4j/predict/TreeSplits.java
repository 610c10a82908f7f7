package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import java.util.Arrays;

/**
 * The splits of all trees, feature after feature, in the form that a mask table is made of. They lie in arrays: there are
 * thousands of them, and whoever loads a model may have a caller who waits.
 */
final class TreeSplits {

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
        each((lane, tree, node) -> starts[tree.feature(node) + 1]++);
        for (int feature = 0; feature < features; feature++) {
            starts[feature + 1] += starts[feature];
        }
        int size = starts[features];
        laneOf = new int[size];
        keys = new int[size];
        missingRight = new boolean[size];
        masks = new long[size];
        int[] next = Arrays.copyOf(starts, features);
        each((lane, tree, node) -> {
            int split = next[tree.feature(node)]++;
            laneOf[split] = lane;
            keys[split] = FloatOrder.thresholdKey(tree.threshold(node));
            missingRight[split] = !tree.defaultLeft(node);
            masks[split] = lanes.withoutLeft(lane, node);
        });
    }

    private interface Visitor {
        void visit(int lane, Tree tree, int node);
    }

    private void each(Visitor visitor) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            Tree tree = lanes.tree(lane);
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    visitor.visit(lane, tree, node);
                }
            }
        }
    }

    /** The thresholds of a feature, in any order. */
    int[] keys(int feature) {
        return Arrays.copyOfRange(keys, starts[feature], starts[feature + 1]);
    }

    /** The row of each bin of a feature. */
    long[][] rows(int feature, Bins bins) {
        long[][] rows = new long[bins.count()][];
        Arrays.setAll(rows, bin -> lanes.all());
        long[] missing = rows[bins.missing()];
        for (int split = starts[feature]; split < starts[feature + 1]; split++) {
            // from this bin on numbers are at least the threshold, and go right
            rows[bins.find(keys[split])][laneOf[split]] &= masks[split];
            if (missingRight[split]) {
                missing[laneOf[split]] &= masks[split];
            }
        }
        for (int bin = 1; bin < bins.missing(); bin++) {
            MaskRows.and(rows[bin], rows[bin - 1]);
        }
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
