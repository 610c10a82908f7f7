package io.mlops4j.api.train;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trees whose leaves are added up: margin {@code m} is {@code base(m)} plus the leaves of the trees for {@code m}, summed in
 * single precision in the order of the trees, as XGBoost does.
 */
public final class TreeEnsemble implements ModelForm {

    private final int features;
    private final List<Tree> trees;
    private final float[] bases;
    private final Link link;

    /**
     * An ensemble.
     *
     * @param features how many features there are
     * @param trees the trees in order
     * @param bases one number a margin, with which its sum starts; copied
     * @param link makes the answer
     */
    public TreeEnsemble(int features, List<Tree> trees, float[] bases, Link link) {
        this.features = features;
        this.trees = List.copyOf(trees);
        this.bases = bases.clone();
        this.link = link;
        if (bases.length == 0 || (link != Link.SOFTMAX && bases.length != 1)) {
            throw new IllegalArgumentException("The link " + link + " does not take " + bases.length + " margins.");
        }
        for (Tree tree : trees) {
            if (tree.margin() >= bases.length) {
                throw new IllegalArgumentException(
                        "A tree adds to margin " + tree.margin() + " of " + bases.length + ".");
            }
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node) && tree.feature(node) >= features) {
                    throw new IllegalArgumentException(
                            "A tree reads feature " + tree.feature(node) + " of " + features + ".");
                }
            }
        }
    }

    /**
     * The trees.
     *
     * @return an immutable list, in the order in which they are summed
     */
    public List<Tree> trees() {
        return trees;
    }

    /**
     * With what a sum starts.
     *
     * @param margin the margin, from 0
     * @return its base
     */
    public float base(int margin) {
        return bases[margin];
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int margins() {
        return bases.length;
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeEnsemble that
                && features == that.features
                && link == that.link
                && Arrays.equals(bases, that.bases)
                && trees.equals(that.trees);
    }

    @Override
    public int hashCode() {
        return trees.hashCode();
    }

    @Override
    public String toString() {
        return trees.size() + " trees, " + link;
    }
}
