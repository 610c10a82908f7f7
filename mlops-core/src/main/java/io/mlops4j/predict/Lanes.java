package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trees of an ensemble as lanes: word {@code t} of every array belongs to tree {@code t}, a bit of it to a leaf, which
 * are numbered from left to right. The trees of one margin lie side by side.
 */
final class Lanes {

    /** The most leaves that a tree may have. */
    static final int LEAVES = Long.SIZE;

    private final List<Tree> trees = new ArrayList<>();
    /** What each leaf adds, 64 a lane. */
    private final long[] leaves;
    /** Where the lanes of each margin end. */
    private final int[] ends;

    /** The inner nodes of all trees, lane after lane. */
    private final int[] splits;
    /** What remains of the lane when a split sends a row to the right. */
    private final long[] masks;
    /** Where the splits of each lane end. */
    private final int[] splitEnds;

    Lanes(EnsembleShape shape) {
        ends = new int[shape.margins()];
        for (int margin = 0; margin < ends.length; margin++) {
            for (Tree tree : shape.ensemble().trees()) {
                if (shape.margin(tree) == margin) {
                    trees.add(tree);
                }
            }
            ends[margin] = trees.size();
        }
        leaves = new long[trees.size() * LEAVES];
        splitEnds = new int[trees.size()];
        int end = 0;
        for (int lane = 0; lane < splitEnds.length; lane++) {
            end += trees.get(lane).nodes() / 2; // the smaller half of a binary tree
            splitEnds[lane] = end;
        }
        splits = new int[end];
        masks = new long[end];
        int[] widths = new int[2 * LEAVES];
        int[] firsts = new int[2 * LEAVES];
        for (int lane = 0; lane < splitEnds.length; lane++) {
            number(lane, shape, widths, firsts);
        }
    }

    static boolean fit(Tree tree) {
        return (tree.nodes() + 1) / 2 <= LEAVES;
    }

    /**
     * Numbers the leaves of a tree.
     *
     * @param widths for each node how many leaves are under it; written and read
     * @param firsts for each node the number of the leftmost of them; written and read
     */
    private void number(int lane, EnsembleShape shape, int[] widths, int[] firsts) {
        Tree tree = trees.get(lane);
        int nodes = tree.nodes();
        // children come after their parents
        for (int node = nodes - 1; node >= 0; node--) {
            widths[node] = tree.isLeaf(node) ? 1 : widths[tree.left(node)] + widths[tree.right(node)];
        }
        firsts[0] = 0;
        int split = lane == 0 ? 0 : splitEnds[lane - 1];
        for (int node = 0; node < nodes; node++) {
            int first = firsts[node];
            if (tree.isLeaf(node)) {
                leaves[lane * LEAVES + first] = shape.leaf(tree, node);
                continue;
            }
            int left = widths[tree.left(node)];
            firsts[tree.left(node)] = first;
            firsts[tree.right(node)] = first + left;
            splits[split] = node;
            // fewer than all, since there are some on the right
            masks[split++] = ~(((1L << left) - 1) << first);
        }
    }

    int size() {
        return splitEnds.length;
    }

    long[] leaves() {
        return leaves;
    }

    int[] ends() {
        return ends;
    }

    /** All leaves of all trees. */
    long[] all() {
        long[] row = new long[size()];
        Arrays.fill(row, -1L);
        return row;
    }

    /** A split of some tree. */
    interface Visitor {

        /**
         * Looks at it.
         *
         * @param node where it is in the tree of the lane
         * @param mask the leaves that remain in the lane when it sends a row to the right
         */
        void visit(int lane, Tree tree, int node, long mask);
    }

    void eachSplit(Visitor visitor) {
        int split = 0;
        for (int lane = 0; lane < splitEnds.length; lane++) {
            Tree tree = trees.get(lane);
            for (; split < splitEnds[lane]; split++) {
                visitor.visit(lane, tree, splits[split], masks[split]);
            }
        }
    }
}
