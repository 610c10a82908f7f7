package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trees of an ensemble as lanes: word {@code t} of every array belongs to tree {@code t}, a bit of it to a leaf. The
 * trees of one margin lie side by side.
 */
final class Lanes {

    /** The most leaves that a tree may have. */
    static final int LEAVES = Long.SIZE;

    private final List<Tree> trees = new ArrayList<>();
    private final TreeShape[] shapes;
    /** What each leaf adds, 64 a lane. */
    private final long[] leaves;
    /** Where the lanes of each margin end. */
    private final int[] ends;

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
        shapes = trees.stream().map(TreeShape::new).toArray(TreeShape[]::new);
        leaves = new long[trees.size() * LEAVES];
        for (int lane = 0; lane < shapes.length; lane++) {
            Tree tree = trees.get(lane);
            for (int node = 0; node < tree.nodes(); node++) {
                if (tree.isLeaf(node)) {
                    leaves[lane * LEAVES + shapes[lane].first(node)] = shape.leaf(tree, node);
                }
            }
        }
    }

    static boolean fit(Tree tree) {
        return TreeShape.leaves(tree) <= LEAVES;
    }

    int size() {
        return shapes.length;
    }

    Tree tree(int lane) {
        return trees.get(lane);
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

    /** The leaves that remain in a lane when a split sends a row to the right. */
    long withoutLeft(int lane, int node) {
        return ~shapes[lane].bits(tree(lane).left(node));
    }
}
