package io.mlops4j.monitor;

import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.watch.OutcomeListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest windows, the open one among them: a truth that comes late counts for the window in which the answer was given.
 * Safe for use by many threads.
 */
final class Windows implements OutcomeListener {

    /** So many windows are remembered. */
    static final int LIMIT = 1000;

    private record Closed(Window window, MonitorReport report) {}

    private final List<Closed> closed = new ArrayList<>();
    private @Nullable Window open;
    private long lastEnd;

    synchronized void open(Window window) {
        open = window;
    }

    synchronized @Nullable Window open() {
        return open;
    }

    /** The largest number of an answer that was given before the open window began. */
    synchronized long lastEnd() {
        return lastEnd;
    }

    /** Marks that all answers up to this one were met by a check. */
    synchronized void checked(long latest) {
        lastEnd = latest;
    }

    synchronized void close(Window window, MonitorReport report, long latest) {
        window.end(latest);
        closed.add(new Closed(window, report));
        if (closed.size() > LIMIT) {
            closed.remove(0);
        }
    }

    synchronized Quality quality(Window window, long answers) {
        return window.quality(answers);
    }

    /**
     * The quality that limits are held against. Truths come late, often long after the window of their answers: so it is that
     * of the latest windows of this version, as many as it takes to know enough.
     */
    synchronized Quality judged(Window window, long enough) {
        List<Window> older = new ArrayList<>();
        long known = window.known();
        for (int i = closed.size() - 1; i >= 0 && known < enough; i--) {
            Window before = closed.get(i).window();
            if (before.isOf(window.version())) {
                older.add(before);
                known += before.known();
            }
        }
        return window.qualityWith(older);
    }

    @Override
    public synchronized void outcome(long id, int version, double error, double previousError) {
        if (open != null && open.holds(id, version)) {
            open.outcome(error, previousError);
            return;
        }
        for (int i = closed.size() - 1; i >= 0; i--) {
            Window window = closed.get(i).window();
            if (window.holds(id, version)) {
                window.outcome(error, previousError);
                return;
            }
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

    /** The same report of another quality. */
    static MonitorReport withQuality(MonitorReport report, Quality quality) {
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
