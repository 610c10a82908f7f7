package io.mlops4j.api.train;

/** What makes the answer out of a model's margins. */
public enum Link {
    /** The margin is the value: regression. */
    IDENTITY,
    /** One margin m; the probability of the second class is 1 / (1 + e<sup>−m</sup>). */
    LOGISTIC,
    /** One margin a class; the probabilities are their exponentials, divided by the sum. */
    SOFTMAX
}
