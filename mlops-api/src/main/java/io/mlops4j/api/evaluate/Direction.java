package io.mlops4j.api.evaluate;

/** Which values of a metric are better. */
public enum Direction {
    /** More is better, as of accuracy. */
    HIGHER_IS_BETTER,
    /** Less is better, as of an error. */
    LOWER_IS_BETTER
}
