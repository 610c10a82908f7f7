package io.mlops4j.testkit;

import io.mlops4j.api.data.Columns;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.BinCount;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.monitor.Signal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reports as a monitor makes them. */
final class Reports {

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    static final Limit DRIFT = new Signal.Drift(Columns.numeric()).above(0.2);
    static final Breach BREACH = new Breach(DRIFT, 0.31, List.of("age", "fare"));
    static final Alert ALERT = new Alert(NOW, "survival", 2, BREACH, "survival v2, 500 rows: " + BREACH);

    private Reports() {}

    static ColumnDrift column(String name, State state) {
        double number = state == State.NOT_ENOUGH_DATA ? Double.NaN : state == State.DRIFTED ? 0.31 : 0.01;
        return new ColumnDrift(name, state, number, number, number, number, List.of(new BinCount("(unseen)", 0, 3)));
    }

    static MonitorReport report(List<Breach> broken, List<Limit> unknown, State... states) {
        List<String> names = List.of("age", "fare", "sex");
        return new MonitorReport(
                "survival",
                2,
                NOW,
                NOW.plusSeconds(60),
                500,
                Stream.iterate(0, i -> i + 1)
                        .limit(states.length)
                        .map(i -> column(names.get(i), states[i]))
                        .toList(),
                List.of(column("(score)", State.STABLE)),
                new Quality(500, 0, Double.NaN),
                0,
                1e-7,
                1e-6,
                broken,
                unknown);
    }
}
