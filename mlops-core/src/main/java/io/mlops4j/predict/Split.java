package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * A split of a tree, in the form that a mask table is made of.
 *
 * @param lane the tree
 * @param key the threshold
 * @param defaultLeft whether missing goes left
 * @param mask what remains of the lane when a row goes right
 */
record Split(int lane, int key, boolean defaultLeft, long mask) {

    /** All splits by their feature. */
    static List<List<Split>> byFeature(Lanes lanes, int features) {
        List<List<Split>> splits = new ArrayList<>();
        for (int feature = 0; feature < features; feature++) {
            splits.add(new ArrayList<>());
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            Tree tree = lanes.tree(lane);
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    int key = FloatOrder.thresholdKey(tree.threshold(node));
                    splits.get(tree.feature(node))
                            .add(new Split(lane, key, tree.defaultLeft(node), lanes.withoutLeft(lane, node)));
                }
            }
        }
        return splits;
    }

    /** Removes from a row what is left of this split if a number goes right, or is missing and goes right. */
    void apply(float value, long[] row) {
        boolean left = Float.isNaN(value) ? defaultLeft : FloatOrder.key(value) < key;
        if (!left) {
            row[lane] &= mask;
        }
    }
}
