package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;

/**
 * To which sum each tree adds, and with which sign: two margins under a softmax become one, the second minus the first.
 */
final class EnsembleShape {

    private final TreeEnsemble ensemble;
    private final boolean folded;
    private final ExactSum sum;

    EnsembleShape(TreeEnsemble ensemble) {
        this.ensemble = ensemble;
        this.folded = MarginWeights.foldsToOne(ensemble);
        this.sum = new ExactSum(ensemble);
    }

    TreeEnsemble ensemble() {
        return ensemble;
    }

    /** How many sums there are. */
    int margins() {
        return folded ? 1 : ensemble.margins();
    }

    /** The sum to which a tree adds. */
    int margin(Tree tree) {
        return folded ? 0 : tree.margin();
    }

    /** What a leaf adds. */
    long leaf(Tree tree, int node) {
        long value = sum.of(tree.value(node));
        return folded && tree.margin() == 0 ? -value : value;
    }

    /** With what the sums start. */
    long[] bases() {
        if (folded) {
            return new long[] {sum.of(ensemble.base(1)) - sum.of(ensemble.base(0))};
        }
        long[] bases = new long[ensemble.margins()];
        for (int margin = 0; margin < bases.length; margin++) {
            bases[margin] = sum.of(ensemble.base(margin));
        }
        return bases;
    }

    double margin(long total) {
        return sum.toDouble(total);
    }

    /** How many trees there are, for people. */
    String describe() {
        int trees = ensemble.trees().size();
        return trees + (trees == 1 ? " tree" : " trees") + (margins() == 1 ? "" : ", " + margins() + " margins");
    }
}
