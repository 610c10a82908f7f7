package io.mlops4j.api.check;

/** What happens when an expectation is broken. */
public enum Severity {
    /** The run stops. */
    STOP,
    /** The run goes on, and an event tells of it. */
    WARN
}
