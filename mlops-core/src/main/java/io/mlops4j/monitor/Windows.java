package io.mlops4j.monitor;

import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.watch.OutcomeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest windows, the open one among them: a truth that comes late counts for the window in which the answer was given.
 * Safe for use by many threads.
 */
final class Windows implements OutcomeListener {

    /** So many windows are remembered. */
    private static final int LIMIT = 1000;

    private record Closed(Window window, MonitorReport report) {}

    private final TreeMap<Long, Window> byFirst = new TreeMap<>();
    private final List<Closed> closed = new ArrayList<>();
    private @Nullable Window open;

    synchronized void open(Window window) {
        open = window;
        byFirst.put(window.after(), window);
    }

    synchronized @Nullable Window open() {
        return open;
    }

    synchronized void close(Window window, MonitorReport report) {
        closed.add(new Closed(window, report));
        if (closed.size() > LIMIT) {
            byFirst.remove(closed.remove(0).window().after());
        }
    }

    /** Forgets a window that never became one: its version left before it had rows enough. */
    synchronized void drop(Window window) {
        byFirst.remove(window.after(), window);
    }

    synchronized Quality quality(Window window, long answers) {
        return window.quality(answers);
    }

    @Override
    public synchronized void outcome(long id, int version, double error, double previousError) {
        Map.Entry<Long, Window> found = byFirst.lowerEntry(id);
        if (found != null && found.getValue().version().version() == version) {
            found.getValue().outcome(error, previousError);
        }
    }

    /** The closed ones, with their quality as it is known by now. */
    synchronized List<MonitorReport> reports() {
        return closed.stream()
                .map(one -> withQuality(
                        one.report(),
                        one.window().quality(one.report().quality().answers())))
                .toList();
    }

    private static MonitorReport withQuality(MonitorReport report, Quality quality) {
        return new MonitorReport(
                report.model(),
                report.version(),
                report.from(),
                report.to(),
                report.rows(),
                report.columns(),
                report.answers(),
                quality,
                report.errorRate(),
                report.latencyP50(),
                report.latencyP99(),
                report.broken(),
                report.unknown());
    }
}
