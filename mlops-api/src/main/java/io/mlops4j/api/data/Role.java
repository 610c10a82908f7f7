package io.mlops4j.api.data;

/** What a column is for. */
public enum Role {
    /** The model may learn from it, and it has to be there at prediction time. */
    FEATURE,
    /** What the model learns to predict; several columns may have this role. */
    TARGET,
    /** How much a row counts in training and evaluation: a number of at least 0. */
    WEIGHT,
    /** Names the row, for joining and for sticky routing; never a feature. */
    KEY,
    /** Rows of one group belong on the same side of a split. */
    GROUP,
    /** When the row happened. */
    TIME,
    /** Present, but nobody's business. */
    IGNORED
}
