package io.mlops4j.event;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import org.slf4j.Logger;

/** Writes each event as one line to a log: failures and warnings as such, progress at debug level. */
public final class LoggingListener implements LifecycleListener {

    private final Logger log;

    /**
     * A listener that writes to a log.
     *
     * @param log takes the lines
     */
    public LoggingListener(Logger log) {
        this.log = log;
    }

    @Override
    public void on(LifecycleEvent event) {
        String line = EventText.of(event);
        if (event instanceof LifecycleEvent.RunFailed
                || event instanceof LifecycleEvent.RowsRejected
                || event instanceof LifecycleEvent.ExpectationBroken
                || event instanceof LifecycleEvent.SwapFailed
                || event instanceof LifecycleEvent.RegistryUnreachable
                || event instanceof LifecycleEvent.AlertRaised) {
            log.warn("{}", line);
        } else if (event instanceof LifecycleEvent.StageProgressed || event instanceof LifecycleEvent.StageStarted) {
            log.debug("{}", line);
        } else {
            log.info("{}", line);
        }
    }
}
