package io.mlops4j.bundle;

import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An ensemble: two counts, the bases, for each tree its margin and its count of nodes, and then one array after the other
 * over the nodes of all trees: features, numbers, left children, right children, default sides.
 */
final class TreeArrays {

    private static final int COUNTS = 2 * Integer.BYTES;
    private static final int A_TREE = 2 * Integer.BYTES;
    private static final int A_NODE = 3 * Integer.BYTES + Float.BYTES + 1;

    private TreeArrays() {}

    static long size(TreeEnsemble model) {
        return COUNTS + arrays(model.margins(), model.trees().size(), nodes(model));
    }

    private static long arrays(int margins, int trees, long nodes) {
        return (long) margins * Float.BYTES + (long) trees * A_TREE + nodes * A_NODE;
    }

    private static long nodes(TreeEnsemble model) {
        return model.trees().stream().mapToLong(Tree::nodes).sum();
    }

    static void encode(TreeEnsemble model, ByteBuffer out) {
        List<Tree> trees = model.trees();
        out.putInt(trees.size()).putInt((int) nodes(model));
        for (int margin = 0; margin < model.margins(); margin++) {
            out.putFloat(number(model.base(margin), true));
        }
        trees.forEach(tree -> out.putInt(tree.margin()));
        trees.forEach(tree -> out.putInt(tree.nodes()));
        eachNode(trees, (tree, node) -> out.putInt(tree.feature(node)));
        eachNode(trees, (tree, node) -> out.putFloat(number(tree.threshold(node), tree.isLeaf(node))));
        eachNode(trees, (tree, node) -> out.putInt(tree.left(node)));
        eachNode(trees, (tree, node) -> out.putInt(tree.right(node)));
        eachNode(trees, (tree, node) -> out.put((byte) (tree.defaultLeft(node) ? 1 : 0)));
    }

    /** One number of a tree. */
    private interface NodeVisitor {
        void visit(Tree tree, int node);
    }

    private static void eachNode(List<Tree> trees, NodeVisitor visitor) {
        for (Tree tree : trees) {
            for (int node = 0; node < tree.nodes(); node++) {
                visitor.visit(tree, node);
            }
        }
    }

    private static float number(float value, boolean added) {
        if (!sound(value, added)) {
            throw new IllegalArgumentException(
                    "a " + (added ? "leaf or base" : "threshold") + " of the tree ensemble is " + value
                            + ": the training diverged. Lower the learning rate or regularise more.");
        }
        return value;
    }

    /** A threshold may be infinite, what is added to a margin may not. */
    private static boolean sound(float value, boolean added) {
        return added ? Float.isFinite(value) : !Float.isNaN(value);
    }

    static TreeEnsemble decode(ByteBuffer in, Link link, int margins, int features, BundleLimits.Model limits) {
        ModelPart.require(in.remaining() >= COUNTS, "it ends before the counts of its trees.");
        int trees = in.getInt();
        int nodes = in.getInt();
        ModelPart.require(trees >= 0 && nodes >= 0, "it declares " + trees + " trees and " + nodes + " nodes.");
        ModelPart.requireRemaining(in, arrays(margins, trees, nodes));
        ModelPart.requireWithin(trees, limits.trees(), "trees");
        ModelPart.requireWithin(nodes, limits.nodes(), "nodes");
        float[] bases = floats(in, margins);
        int[] treeMargins = ints(in, trees);
        int[] treeNodes = ints(in, trees);
        NodeArrays arrays =
                new NodeArrays(ints(in, nodes), floats(in, nodes), ints(in, nodes), ints(in, nodes), flags(in, nodes));
        List<Tree> decoded = new ArrayList<>(trees);
        int from = 0;
        for (int tree = 0; tree < trees; tree++) {
            ModelPart.require(
                    treeNodes[tree] >= 1 && treeNodes[tree] <= nodes - from,
                    "its trees declare other counts of nodes than it.");
            decoded.add(arrays.tree(treeMargins[tree], from, treeNodes[tree], limits.depth()));
            from += treeNodes[tree];
        }
        ModelPart.require(from == nodes, "it has nodes that belong to no tree.");
        for (float base : bases) {
            ModelPart.require(Float.isFinite(base), "a base is not finite.");
        }
        return new TreeEnsemble(features, decoded, bases, link);
    }

    private static int[] ints(ByteBuffer in, int count) {
        int[] numbers = new int[count];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + count * Integer.BYTES);
        return numbers;
    }

    private static float[] floats(ByteBuffer in, int count) {
        float[] numbers = new float[count];
        in.asFloatBuffer().get(numbers);
        in.position(in.position() + count * Float.BYTES);
        return numbers;
    }

    private static boolean[] flags(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        boolean[] flags = new boolean[count];
        for (int i = 0; i < count; i++) {
            if ((bytes[i] & 1) != bytes[i]) {
                throw Part.MODEL.corrupt("a default side is " + bytes[i] + ", not 0 or 1.");
            }
            flags[i] = bytes[i] == 1;
        }
        return flags;
    }
}
