package io.mlops4j.api.prepare;

/** What a fitted step needs to see. */
public enum Scope {
    /** One row at a time: it can be deployed row by row. */
    ROW,
    /** Earlier rows as well, such as a lag: a run trains and evaluates it in order, but it cannot be deployed row by row. */
    HISTORY
}
