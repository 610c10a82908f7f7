package io.mlops4j.api.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A decision tree over single-precision numbers, as XGBoost has them. Node 0 is the root.
 *
 * <p>At an inner node a row goes left if {@code (float) x < threshold}, right otherwise, and to the default side if the
 * feature is missing or absent. Its leaf's value is added to one margin.
 */
public final class Tree {

    /** Stands for "no child": the node is a leaf. */
    public static final int LEAF = -1;

    private final int margin;
    private final int[] features;
    private final float[] numbers;
    private final int[] lefts;
    private final int[] rights;
    private final boolean[] defaultLefts;

    /**
     * A tree as arrays with one entry a node; all are copied.
     *
     * @param margin the margin to which it adds, from 0
     * @param features the feature of an inner node; any number for a leaf
     * @param numbers the threshold of an inner node, the value of a leaf
     * @param lefts the left child of an inner node, {@link #LEAF} for a leaf; a child comes after its parent
     * @param rights the right child of an inner node, {@link #LEAF} for a leaf
     * @param defaultLefts whether a missing feature goes left
     */
    public Tree(int margin, int[] features, float[] numbers, int[] lefts, int[] rights, boolean[] defaultLefts) {
        this.margin = margin;
        this.features = features.clone();
        this.numbers = numbers.clone();
        this.lefts = lefts.clone();
        this.rights = rights.clone();
        this.defaultLefts = defaultLefts.clone();
        requireTree();
    }

    /** Every node but the root has exactly one parent, which comes before it: no cycle, nothing unreachable. */
    private void requireTree() {
        int nodes = lefts.length;
        if (nodes == 0
                || features.length != nodes
                || numbers.length != nodes
                || rights.length != nodes
                || defaultLefts.length != nodes
                || margin < 0) {
            throw new IllegalArgumentException("The arrays of a tree have one entry a node and at least one node.");
        }
        boolean[] reached = new boolean[nodes];
        reached[0] = true;
        for (int node = 0; node < nodes; node++) {
            if (!reached[node]) {
                throw new IllegalArgumentException("Node " + node + " of a tree has no parent before it.");
            }
            if (lefts[node] == LEAF && rights[node] == LEAF) {
                continue;
            }
            for (int child : new int[] {lefts[node], rights[node]}) {
                if (child <= node || child >= nodes || reached[child]) {
                    throw new IllegalArgumentException(
                            "Node " + node + " of a tree has a child " + child + " that is not its own.");
                }
                reached[child] = true;
            }
            if (features[node] < 0) {
                throw new IllegalArgumentException("Node " + node + " of a tree reads feature " + features[node] + ".");
            }
        }
    }

    /**
     * The margin to which the tree adds.
     *
     * @return from 0
     */
    public int margin() {
        return margin;
    }

    /**
     * How many nodes there are.
     *
     * @return at least 1
     */
    public int nodes() {
        return lefts.length;
    }

    /**
     * Whether a node is a leaf.
     *
     * @param node the node
     * @return whether it has no children
     */
    public boolean isLeaf(int node) {
        return lefts[node] == LEAF;
    }

    /**
     * The feature that an inner node reads.
     *
     * @param node an inner node
     * @return the feature, from 0
     */
    public int feature(int node) {
        return features[node];
    }

    /**
     * The threshold of an inner node.
     *
     * @param node an inner node
     * @return smaller numbers go left
     */
    public float threshold(int node) {
        return numbers[node];
    }

    /**
     * The value of a leaf.
     *
     * @param node a leaf
     * @return what it adds to the margin
     */
    public float value(int node) {
        return numbers[node];
    }

    /**
     * The left child.
     *
     * @param node a node
     * @return the child, or {@link #LEAF}
     */
    public int left(int node) {
        return lefts[node];
    }

    /**
     * The right child.
     *
     * @param node a node
     * @return the child, or {@link #LEAF}
     */
    public int right(int node) {
        return rights[node];
    }

    /**
     * Where a missing feature goes.
     *
     * @param node an inner node
     * @return whether it goes left
     */
    public boolean defaultLeft(int node) {
        return defaultLefts[node];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tree that
                && margin == that.margin
                && Arrays.equals(features, that.features)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(lefts, that.lefts)
                && Arrays.equals(rights, that.rights)
                && Arrays.equals(defaultLefts, that.defaultLefts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers) * 31 + Arrays.hashCode(features);
    }

    @Override
    public String toString() {
        return "tree of " + nodes() + " nodes for margin " + margin;
    }
}
