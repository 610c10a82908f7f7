package io.mlops4j.watch;

import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import java.time.Instant;
import java.util.List;

/**
 * What a window of counts says.
 *
 * @param rows how many rows it has
 * @param columns the input columns, in the order of the schema
 * @param answers score and label, as far as the model has them
 * @param quality how good the answers were
 * @param errorRate which share of the rows was not answered; NaN without rows
 * @param latencyP50 the median latency in seconds; NaN without answers
 * @param latencyP99 the latency of 99 % of the answers in seconds; NaN without answers
 * @param broken the limits that were broken
 * @param unknown the limits of which nothing can be said yet
 */
public record WindowFindings(
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
    public WindowFindings {
        columns = List.copyOf(columns);
        answers = List.copyOf(answers);
        broken = List.copyOf(broken);
        unknown = List.copyOf(unknown);
    }

    /**
     * The same as a report.
     *
     * @param model the name of the model
     * @param version the version that was watched
     * @param from when the window began
     * @param to when it ended
     * @return the report
     */
    public MonitorReport report(String model, int version, Instant from, Instant to) {
        return new MonitorReport(
                model,
                version,
                from,
                to,
                rows,
                columns,
                answers,
                quality,
                errorRate,
                latencyP50,
                latencyP99,
                broken,
                unknown);
    }
}
