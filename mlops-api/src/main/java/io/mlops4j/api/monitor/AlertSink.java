package io.mlops4j.api.monitor;

/**
 * Takes alerts to people. Called by the thread of the check, so it should be quick; what it throws is logged, counted, and
 * disturbs nobody.
 */
@FunctionalInterface
public interface AlertSink {

    /**
     * Takes an alert.
     *
     * @param alert what somebody should know
     */
    void send(Alert alert);
}
