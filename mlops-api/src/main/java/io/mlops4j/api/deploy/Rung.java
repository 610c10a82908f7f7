package io.mlops4j.api.deploy;

/** Who gave an answer, from the top of the ladder down: whoever fails hands the row to the next. */
public enum Rung {
    /** The version that is tried. */
    CHALLENGER,
    /** The version that is live. */
    CHAMPION,
    /** The version that was live before. */
    PREVIOUS,
    /** The caller's own rule. */
    FALLBACK
}
