package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays the trees of an ensemble out in one array of nodes, in groups of trees that walk together. */
final class WalkLayout {

    /** How many trees walk together. */
    static final int TOGETHER = 8;

    /** The entries of a node: where its key is, its threshold, where its left child is; one is unused. */
    static final int NODE = 4;

    final int[] nodes;
    /** What each node adds if it is a leaf. */
    final long[] leaves;
    /** The root of each tree, group after group. */
    final int[] roots;
    /** How many steps each group takes. */
    final int[] steps;
    /** Where the groups of each margin end. */
    final int[] ends;

    private final EnsembleShape shape;
    private final TreeKeys keys;
    private int next;

    private record Planned(Tree tree, int margin, int depth) {}

    WalkLayout(EnsembleShape shape, TreeKeys keys) {
        this.shape = shape;
        this.keys = keys;
        List<Planned> trees = new ArrayList<>();
        int size = 1;
        for (Tree tree : shape.ensemble().trees()) {
            trees.add(new Planned(tree, shape.margin(tree), depth(tree)));
            size = Math.addExact(size, tree.nodes());
        }
        // sums are exact, so the order is free: trees of like depth walk together
        trees.sort(Comparator.comparingInt(Planned::depth));
        nodes = new int[Math.multiplyExact(size, NODE)];
        leaves = new long[size];
        placeLeaf(next++, 0); // stands in for the trees that the last group of a margin lacks
        ends = new int[shape.margins()];
        List<Integer> allRoots = new ArrayList<>();
        List<Integer> allSteps = new ArrayList<>();
        for (int margin = 0; margin < ends.length; margin++) {
            for (Planned planned : trees) {
                if (planned.margin() == margin) {
                    if (allRoots.size() % TOGETHER == 0) {
                        allSteps.add(0);
                    }
                    allSteps.set(allSteps.size() - 1, planned.depth()); // rises
                    allRoots.add(place(planned.tree()));
                }
            }
            while (allRoots.size() % TOGETHER != 0) {
                allRoots.add(0);
            }
            ends[margin] = allSteps.size();
        }
        roots = allRoots.stream().mapToInt(Integer::intValue).toArray();
        steps = allSteps.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Places the two children of every node side by side; gives the root. */
    private int place(Tree tree) {
        int[] at = new int[tree.nodes()];
        at[0] = next++;
        for (int node = 0; node < at.length; node++) {
            if (tree.isLeaf(node)) {
                placeLeaf(at[node], shape.leaf(tree, node));
                continue;
            }
            at[tree.left(node)] = next++;
            at[tree.right(node)] = next++;
            int entry = at[node] * NODE;
            nodes[entry] = keys.position(tree.feature(node), tree.defaultLeft(node));
            nodes[entry + 1] = FloatOrder.thresholdKey(tree.threshold(node));
            nodes[entry + 2] = at[tree.left(node)] * NODE;
        }
        return at[0] * NODE;
    }

    /** A leaf compares something that is always lower, and so leads to itself. */
    private void placeLeaf(int at, long value) {
        int entry = at * NODE;
        nodes[entry] = keys.lowPosition();
        nodes[entry + 1] = FloatOrder.MISSING_HIGH;
        nodes[entry + 2] = entry;
        leaves[at] = value;
    }

    /** How many splits the longest path of a tree has. */
    private static int depth(Tree tree) {
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
}
