package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;

/** The leaves of a tree, numbered from left to right. */
final class TreeShape {

    private final int[] leaves;
    private final int[] first;

    TreeShape(Tree tree) {
        int nodes = tree.nodes();
        leaves = new int[nodes];
        first = new int[nodes];
        // children come after their parents
        for (int node = nodes - 1; node >= 0; node--) {
            leaves[node] = tree.isLeaf(node) ? 1 : leaves[tree.left(node)] + leaves[tree.right(node)];
        }
        for (int node = 0; node < nodes; node++) {
            if (!tree.isLeaf(node)) {
                first[tree.left(node)] = first[node];
                first[tree.right(node)] = first[node] + leaves[tree.left(node)];
            }
        }
    }

    /** How many leaves a tree has. */
    static int leaves(Tree tree) {
        return (tree.nodes() + 1) / 2;
    }

    /** The number of the leftmost leaf under a node. */
    int first(int node) {
        return first[node];
    }

    /** How many splits the longest path of a tree has. */
    static int depth(Tree tree) {
        int[] depths = new int[tree.nodes()];
        int deepest = 0;
        for (int node = 0; node < depths.length; node++) {
            deepest = Math.max(deepest, depths[node]);
            if (!tree.isLeaf(node)) {
                depths[tree.left(node)] = depths[node] + 1;
                depths[tree.right(node)] = depths[node] + 1;
            }
        }
        return deepest;
    }

    /** The bits of all leaves under a node, of a tree with at most 64. */
    long bits(int node) {
        return (leaves[node] == Long.SIZE ? -1L : (1L << leaves[node]) - 1) << first[node];
    }
}
