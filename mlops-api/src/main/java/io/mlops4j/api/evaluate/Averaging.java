package io.mlops4j.api.evaluate;

/** How a metric that exists for each class becomes one number. */
public enum Averaging {
    /** It is not averaged: the metric is one number by itself, or is that of the class named beside it. */
    NONE,
    /** Counts of all classes are added up first. */
    MICRO,
    /** The mean over the classes, each counting the same. */
    MACRO,
    /** The mean over the classes, each counting as much as it has rows. */
    WEIGHTED
}
