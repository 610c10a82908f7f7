package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.AlertSink;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingAlertSinkTest extends AlertSinkContract {

    private final RecordingAlertSink alerts = new RecordingAlertSink();

    @Override
    protected AlertSink sink() {
        return alerts;
    }

    @Override
    protected List<String> delivered() {
        return alerts.alerts().stream().map(Alert::message).toList();
    }

    @Test
    void knowsTheOnlyAlert() {
        messageOf(alerts::only).isEqualTo("Expected one alert, but there are 0: []");
        alerts.send(Reports.ALERT);
        assertThat(alerts.only()).isEqualTo(Reports.ALERT);
        alerts.send(Reports.ALERT);
        messageOf(alerts::only).startsWith("Expected one alert, but there are 2: [survival v2, ");
        alerts.clear();
        assertThat(alerts.alerts()).isEmpty();
    }
}
