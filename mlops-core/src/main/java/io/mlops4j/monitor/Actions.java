package io.mlops4j.monitor;

import io.mlops4j.api.monitor.Action;

/** What can be done when limits are broken. */
public final class Actions {

    private Actions() {}

    /**
     * Hands an alert for each broken limit to the sinks of the monitor.
     *
     * @return the action
     */
    public static Action alert() {
        return (report, means) -> means.alert();
    }

    /**
     * Gives the champion's place back to the version before. Done at most as often as the monitor allows, once a day unless
     * said otherwise.
     *
     * @return the action
     */
    public static Action rollback() {
        return (report, means) -> means.rollback("monitor: " + report.broken());
    }
}
