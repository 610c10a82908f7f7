package io.mlops4j.api.train;

/** A model as flat arrays, of a kind that can be compiled. Immutable. */
public sealed interface ModelForm permits LinearModel, TreeEnsemble {

    /**
     * How many features it reads.
     *
     * @return the size of its {@link FeatureSpace}
     */
    int features();

    /**
     * How many margins it computes before the link.
     *
     * @return 1 for a regression or a {@link Link#LOGISTIC} model, else one a class
     */
    int margins();

    /**
     * What makes the answer out of the margins.
     *
     * @return the link
     */
    Link link();
}
