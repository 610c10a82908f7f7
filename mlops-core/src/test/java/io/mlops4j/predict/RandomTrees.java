package io.mlops4j.predict;

import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Trees of any shape, whose thresholds are values that rows have. */
final class RandomTrees {

    /** Numbers at which comparisons go wrong first. */
    static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        2,
        3,
        1e-40,
        Float.MIN_VALUE,
        Double.MIN_VALUE,
        16_777_217,
        1e308,
        -1e308,
        0.1,
        0.1f,
        Math.PI
    };

    private final RandomGenerator random;
    private final int features;

    RandomTrees(RandomGenerator random, int features) {
        this.random = random;
        this.features = features;
    }

    TreeEnsemble ensemble(int trees, int leaves, int margins, Link link) {
        List<Tree> all = new ArrayList<>();
        for (int i = 0; i < trees; i++) {
            all.add(tree(random.nextInt(margins), 1 + random.nextInt(leaves)));
        }
        float[] bases = new float[margins];
        for (int margin = 0; margin < margins; margin++) {
            bases[margin] = random.nextFloat() - 0.5f;
        }
        return new TreeEnsemble(features, all, bases, link);
    }

    /** Splits random leaves until there are enough. */
    Tree tree(int margin, int leaves) {
        int splits = features == 0 ? 0 : leaves - 1;
        int nodes = 2 * splits + 1;
        int[] lefts = new int[nodes];
        int[] rights = new int[nodes];
        java.util.Arrays.fill(lefts, Tree.LEAF);
        java.util.Arrays.fill(rights, Tree.LEAF);
        List<Integer> open = new ArrayList<>(List.of(0));
        for (int split = 0; split < splits; split++) {
            int node = open.remove(random.nextInt(open.size()));
            lefts[node] = 2 * split + 1;
            rights[node] = 2 * split + 2;
            open.add(lefts[node]);
            open.add(rights[node]);
        }
        int[] features = new int[nodes];
        float[] numbers = new float[nodes];
        boolean[] defaults = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            boolean leaf = lefts[node] == Tree.LEAF;
            features[node] = leaf ? 0 : random.nextInt(this.features);
            numbers[node] = leaf ? random.nextFloat() * 2 - 1 : threshold();
            defaults[node] = random.nextBoolean();
        }
        return new Tree(margin, features, numbers, lefts, rights, defaults);
    }

    private float threshold() {
        float exact = (float) NUMBERS[random.nextInt(NUMBERS.length)];
        return switch (random.nextInt(8)) {
            case 0 -> Math.nextUp(exact);
            case 1 -> Math.nextDown(exact);
            case 2 -> random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            case 3 -> random.nextFloat() * 4 - 2;
            default -> exact;
        };
    }
}
