package io.mlops4j.bundle;

import io.mlops4j.api.train.Tree;

/** The nodes of all trees, one array a property, before they were checked. */
final class NodeArrays {

    private final int[] features;
    private final float[] numbers;
    private final int[] lefts;
    private final int[] rights;
    private final boolean[] defaultLefts;

    NodeArrays(int[] features, float[] numbers, int[] lefts, int[] rights, boolean[] defaultLefts) {
        this.features = features;
        this.numbers = numbers;
        this.lefts = lefts;
        this.rights = rights;
        this.defaultLefts = defaultLefts;
    }

    /** The tree of these nodes; its constructor refuses cycles and children that are not there. */
    Tree tree(int margin, int from, int count, int deepest) {
        Tree tree = new Tree(margin, features, numbers, lefts, rights, defaultLefts, from, from + count);
        requireSound(tree, deepest);
        return tree;
    }

    private static void requireSound(Tree tree, int deepest) {
        int[] depths = new int[tree.nodes()];
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node)) {
                ModelPart.require(Float.isFinite(tree.value(node)), "a leaf is not finite.");
                continue;
            }
            ModelPart.require(!Float.isNaN(tree.threshold(node)), "a threshold is NaN.");
            // a child comes after its parent, so one pass is enough
            depths[tree.left(node)] = depths[node] + 1;
            depths[tree.right(node)] = depths[node] + 1;
            ModelPart.requireWithin(depths[node] + 1L, deepest, "levels of a tree");
        }
    }
}
