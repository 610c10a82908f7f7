package io.mlops4j.api.monitor;

import java.time.Instant;
import java.util.List;

/**
 * What one check found.
 *
 * @param model the name of the model
 * @param version the version that was watched
 * @param from when its window began
 * @param to when it ended
 * @param rows how many rows it has
 * @param columns the input columns, in the order of the model's schema
 * @param answers score and label, as far as the model has them
 * @param quality how good the answers were
 * @param errorRate which share of the rows the model could not answer; NaN without rows
 * @param latencyP50 how long half of the answers took at most, in seconds; NaN without rows
 * @param latencyP99 how long 99 % of the answers took at most, in seconds; NaN without rows
 * @param broken the limits that were broken
 * @param unknown the limits of which nothing can be said yet
 */
public record MonitorReport(
        String model,
        int version,
        Instant from,
        Instant to,
        long rows,
        List<ColumnDrift> columns,
        List<ColumnDrift> answers,
        Quality quality,
        double errorRate,
        double latencyP50,
        double latencyP99,
        List<Breach> broken,
        List<Limit> unknown) {

    /** Copies the lists. */
    public MonitorReport {
        columns = List.copyOf(columns);
        answers = List.copyOf(answers);
        broken = List.copyOf(broken);
        unknown = List.copyOf(unknown);
    }

    /**
     * The input columns that have moved.
     *
     * @return their names, in the order of the model's schema
     */
    public List<String> driftedColumns() {
        return columns.stream()
                .filter(column -> column.state() == ColumnDrift.State.DRIFTED)
                .map(ColumnDrift::column)
                .toList();
    }

    @Override
    public String toString() {
        return model + " v" + version + ", " + rows + " rows: "
                + (broken.isEmpty() ? unknown.isEmpty() ? "no limit broken" : "not enough data" : broken.toString());
    }
}
