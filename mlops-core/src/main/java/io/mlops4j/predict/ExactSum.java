package io.mlops4j.predict;

import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;

/**
 * Sums of leaves as integers: every leaf is a multiple of one power of two, so fine that a single-precision leaf of any
 * usual size is exact, and so coarse that no sum overflows. Such a sum is the same in every order, which leaves each plan
 * free to add as it likes, and it is faster than an ordered sum of floating-point numbers.
 *
 * <p>XGBoost's own sum in single precision differs from it by the rounding of that sum.
 */
final class ExactSum {

    /** The sums stay below 2^62. */
    private static final int BITS = 61;

    private final double scale;
    private final double unit;

    ExactSum(TreeEnsemble ensemble) {
        double largest = 0;
        for (int margin = 0; margin < ensemble.margins(); margin++) {
            largest += Math.abs(requireFinite(ensemble.base(margin)));
        }
        for (Tree tree : ensemble.trees()) {
            double leaf = 0;
            for (int node = 0; node < tree.nodes(); node++) {
                if (tree.isLeaf(node)) {
                    leaf = Math.max(leaf, Math.abs(requireFinite(tree.value(node))));
                }
            }
            largest += leaf;
        }
        int exponent = largest == 0 ? 0 : BITS - Math.getExponent(largest);
        scale = Math.scalb(1.0, exponent);
        unit = Math.scalb(1.0, -exponent);
    }

    private static double requireFinite(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            throw new UnsupportedModelException("A leaf or base of the tree ensemble is " + value
                    + ", which is no finite number. Train the model again.");
        }
        return value;
    }

    long of(float value) {
        double scaled = value * scale; // by a power of two: exact
        long whole = (long) scaled;
        return whole == scaled ? whole : Math.round(scaled);
    }

    double toDouble(long sum) {
        return sum * unit;
    }
}
