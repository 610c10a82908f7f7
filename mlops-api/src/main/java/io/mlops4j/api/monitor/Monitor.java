package io.mlops4j.api.monitor;

import java.util.List;

/** Watches one deployment. Safe for use by many threads. */
public interface Monitor extends AutoCloseable {

    /**
     * Checks the champion now: the path that the schedule takes too. If the window has enough rows it ends, and a new one
     * begins; else it goes on.
     *
     * @return what was found
     */
    MonitorReport checkNow();

    /**
     * What the checks that ended a window found, with their quality as it is known by now.
     *
     * @return the latest reports, at most 1000, the latest last
     */
    List<MonitorReport> reports();

    /**
     * How often sinks or actions threw.
     *
     * @return the count since the start
     */
    long failures();

    /** Stops checking; closing twice is harmless. */
    @Override
    void close();
}
