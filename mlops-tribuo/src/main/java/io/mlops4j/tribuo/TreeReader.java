package io.mlops4j.tribuo;

import io.mlops4j.api.train.Tree;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads one tree of a booster, and renumbers its nodes level by level: XGBoost's pruning leaves gaps. */
final class TreeReader {

    private static final int NO_PARENT = Integer.MAX_VALUE;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String[] KEYS = {
        "base_weights",
        "categories",
        "categories_nodes",
        "categories_segments",
        "categories_sizes",
        "default_left",
        "id",
        "left_children",
        "loss_changes",
        "parents",
        "right_children",
        "split_conditions",
        "split_indices",
        "split_type",
        "sum_hessian",
        "tree_param"
    };

    private final BoosterNode node;
    private final FeatureOrder order;
    private final int[] lefts;
    private final int[] rights;
    private final int[] parents;
    private final int[] features;
    private final int[] defaultLefts;
    private final float[] numbers;

    TreeReader(BoosterNode node, FeatureOrder order) {
        this.node = node;
        this.order = order;
        node.requireKeys(KEYS);
        BoosterNode parameters = node.object("tree_param");
        parameters.requireKeys("num_deleted", "num_feature", "num_nodes", "size_leaf_vector");
        node.require(NUMBER.matcher(parameters.text("num_deleted")).matches(), "the number of deleted nodes is none");
        parameters.require("num_feature", Integer.toString(order.size()));
        parameters.require("size_leaf_vector", "1");
        lefts = node.integers("left_children");
        rights = node.integers("right_children");
        parents = node.integers("parents");
        features = node.integers("split_indices");
        defaultLefts = node.integers("default_left");
        numbers = node.numbers("split_conditions");
        requireShape(parameters);
    }

    private void requireShape(BoosterNode parameters) {
        parameters.require("num_nodes", Integer.toString(lefts.length));
        int[] types = node.integers("split_type");
        node.requireEmpty("categories");
        node.requireEmpty("categories_nodes");
        node.requireEmpty("categories_segments");
        node.requireEmpty("categories_sizes");
        for (int length : new int[] {
            rights.length,
            parents.length,
            features.length,
            defaultLefts.length,
            numbers.length,
            types.length,
            node.numbers("base_weights").length,
            node.numbers("loss_changes").length,
            node.numbers("sum_hessian").length
        }) {
            node.require(length == lefts.length && length > 0, "the arrays of a tree differ in length, or are empty");
        }
        node.require(Arrays.stream(types).allMatch(type -> type == 0), "a split is not by a number");
    }

    Tree read(int margin) {
        int[] old = new int[lefts.length];
        int[] left = new int[lefts.length];
        int[] right = new int[lefts.length];
        boolean[] seen = new boolean[lefts.length];
        node.require(parents[0] == NO_PARENT, "the root of a tree has a parent");
        seen[0] = true;
        int count = 1;
        for (int at = 0; at < count; at++) {
            int from = old[at];
            left[at] = Tree.LEAF;
            right[at] = Tree.LEAF;
            if (isLeaf(from)) {
                node.require(Float.isFinite(numbers[from]), "a leaf is not finite");
                continue;
            }
            node.require(!Float.isNaN(numbers[from]), "a threshold is not a number");
            node.require(
                    features[from] >= 0 && features[from] < order.size(), "a split reads a feature that is not there");
            requireChild(lefts[from], from, seen);
            requireChild(rights[from], from, seen);
            left[at] = count;
            old[count++] = lefts[from];
            right[at] = count;
            old[count++] = rights[from];
        }
        return tree(margin, Arrays.copyOf(old, count), Arrays.copyOf(left, count), Arrays.copyOf(right, count));
    }

    private boolean isLeaf(int from) {
        node.require((lefts[from] == Tree.LEAF) == (rights[from] == Tree.LEAF), "a node of a tree has one child");
        return lefts[from] == Tree.LEAF;
    }

    private void requireChild(int child, int parent, boolean[] seen) {
        node.require(
                child > 0 && child < lefts.length && !seen[child] && parents[child] == parent,
                "a node of a tree has a child that is not its own");
        seen[child] = true;
    }

    private Tree tree(int margin, int[] old, int[] left, int[] right) {
        int[] feature = new int[old.length];
        float[] number = new float[old.length];
        boolean[] defaultLeft = new boolean[old.length];
        for (int at = 0; at < old.length; at++) {
            boolean leaf = left[at] == Tree.LEAF;
            feature[at] = leaf ? 0 : order.feature(features[old[at]]);
            number[at] = numbers[old[at]];
            defaultLeft[at] = !leaf && defaultLefts[old[at]] != 0;
        }
        return new Tree(margin, feature, number, left, right, defaultLeft);
    }
}
