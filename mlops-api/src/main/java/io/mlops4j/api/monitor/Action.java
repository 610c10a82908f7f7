package io.mlops4j.api.monitor;

/** What is done when limits are broken. What it throws is logged, counted, and disturbs nobody. */
@FunctionalInterface
public interface Action {

    /**
     * Does it. Called once for each check that found a broken limit that is not cooling down.
     *
     * @param report what the check found
     * @param means what an action may use
     */
    void act(MonitorReport report, Means means);

    /** What an action may use. */
    interface Means {

        /**
         * Hands an alert for each broken limit to all sinks of the monitor.
         */
        void alert();

        /**
         * Rolls the watched deployment back.
         *
         * @param reason why
         */
        void rollback(String reason);
    }
}
