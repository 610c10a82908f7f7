package io.mlops4j.api.deploy;

/** What became of a truth that was told. */
public enum Feedback {
    /** It belongs to a prediction that had none yet. */
    JOINED,
    /** The prediction had the same truth already; nothing changed. */
    DUPLICATE,
    /** The prediction had another truth, which this one replaces. */
    CORRECTED,
    /** The prediction is too old, or too many came after it. */
    EXPIRED,
    /** There was no such prediction. */
    UNKNOWN
}
