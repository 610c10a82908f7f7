package io.mlops4j.testkit;

import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.AlertSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers every alert. Safe for use by many threads.
 *
 * <pre>{@code
 * RecordingAlertSink alerts = new RecordingAlertSink();
 * // … watch a deployment with .sink(alerts), feed it drifted rows, monitor.checkNow() …
 * assertThat(alerts.only()).isAbout("drift").namesOnly("age");
 * }</pre>
 */
public final class RecordingAlertSink implements AlertSink {

    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    /** A sink that has heard nothing yet. */
    public RecordingAlertSink() {}

    @Override
    public void send(Alert alert) {
        alerts.add(alert);
    }

    /**
     * Every alert.
     *
     * @return a copy, in the order in which they came
     */
    public List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    /**
     * The one alert.
     *
     * @return the alert
     * @throws AssertionError if there is none, or there are several
     */
    public Alert only() {
        List<Alert> found = alerts();
        if (found.size() != 1) {
            throw new AssertionError("Expected one alert, but there are " + found.size() + ": "
                    + found.stream().map(Alert::message).toList());
        }
        return found.get(0);
    }

    /** Forgets everything. */
    public void clear() {
        alerts.clear();
    }
}
