package io.mlops4j.monitor;

import io.mlops4j.api.monitor.AlertSink;
import org.slf4j.Logger;

/** Where alerts can go. A lambda is a sink too. */
public final class Sinks {

    private Sinks() {}

    /**
     * Writes each alert as a warning.
     *
     * @param log takes the lines
     * @return the sink
     */
    public static AlertSink log(Logger log) {
        return alert -> log.warn("{}", alert.message());
    }
}
