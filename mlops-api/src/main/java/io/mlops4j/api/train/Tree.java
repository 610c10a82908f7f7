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
     * @throws IllegalArgumentException if the arrays differ in length, or the nodes are no tree
     */
    public Tree(int margin, int[] features, float[] numbers, int[] lefts, int[] rights, boolean[] defaultLefts) {
        this(margin, features, numbers, lefts, rights, defaultLefts, 0, lefts.length);
    }

    /**
     * One of several trees whose nodes lie behind each other in the same arrays; its own entries are copied.
     *
     * @param margin the margin to which it adds, from 0
     * @param features the feature of an inner node; any number for a leaf
     * @param numbers the threshold of an inner node, the value of a leaf
     * @param lefts the left child of an inner node, counted from the root of its tree, {@link #LEAF} for a leaf; a child
     *     comes after its parent
     * @param rights the right child of an inner node, likewise
     * @param defaultLefts whether a missing feature goes left
     * @param from where its root is
     * @param to where its nodes end
     * @throws IllegalArgumentException if the arrays differ in length, there are no such entries, or the nodes are no tree: a
     *     child that is a node of another one, for example
     */
    public Tree(
            int margin,
            int[] features,
            float[] numbers,
            int[] lefts,
            int[] rights,
            boolean[] defaultLefts,
            int from,
            int to) {
        if (features.length != lefts.length
                || numbers.length != lefts.length
                || rights.length != lefts.length
                || defaultLefts.length != lefts.length) {
            throw new IllegalArgumentException("The arrays of a tree have one entry a node.");
        }
        if (from < 0 || to < from || to > lefts.length) {
            throw new IllegalArgumentException(
                    "There are no nodes " + from + " to " + to + " among " + lefts.length + ".");
        }
        this.margin = margin;
        this.features = Arrays.copyOfRange(features, from, to);
        this.numbers = Arrays.copyOfRange(numbers, from, to);
        this.lefts = Arrays.copyOfRange(lefts, from, to);
        this.rights = Arrays.copyOfRange(rights, from, to);
        this.defaultLefts = Arrays.copyOfRange(defaultLefts, from, to);
        requireTree();
    }

    /** Every node but the root has exactly one parent, which comes before it: no cycle, nothing unreachable. */
    private void requireTree() {
        int nodes = lefts.length;
        if (nodes == 0 || margin < 0) {
            throw new IllegalArgumentException("A tree has at least one node, and its margin is at least 0.");
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
            reach(node, lefts[node], reached);
            reach(node, rights[node], reached);
            if (features[node] < 0) {
                throw new IllegalArgumentException("Node " + node + " of a tree reads feature " + features[node] + ".");
            }
        }
    }

    private static void reach(int node, int child, boolean[] reached) {
        if (child <= node || child >= reached.length || reached[child]) {
            throw new IllegalArgumentException(
                    "Node " + node + " of a tree has a child " + child + " that is not its own.");
        }
        reached[child] = true;
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
