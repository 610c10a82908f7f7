package io.mlops4j.monitor;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.monitor.Action;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.AlertSink;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.environment.Environment;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.Watched;
import io.mlops4j.watch.WatchedVersion;
import io.mlops4j.watch.WindowJudge;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares window after window with the reference. A window belongs to one version; when another becomes champion, the
 * window ends without a report, and one of the new version begins at the moment at which that version did.
 */
final class DeploymentMonitor implements Monitor {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentMonitor.class);

    private final Watched watched;
    private final Environment environment;
    private final WindowJudge judge;
    private final List<Limit> limits;
    private final List<Action> actions;
    private final List<AlertSink> sinks;
    private final CoolDown coolDown;
    private final RollbackCap rollbacks;
    private final Isolation isolation = new Isolation();
    private final Windows windows = new Windows();
    private final ReentrantLock checking = new ReentrantLock();
    private final Watched.Listening listening;
    private volatile Runnable stop = () -> {};

    DeploymentMonitor(
            Watched watched,
            Environment environment,
            WindowJudge judge,
            List<Limit> limits,
            List<Action> actions,
            List<AlertSink> sinks,
            CoolDown coolDown,
            RollbackCap rollbacks) {
        this.watched = watched;
        this.environment = environment;
        this.judge = judge;
        this.limits = limits;
        this.actions = actions;
        this.sinks = sinks;
        this.coolDown = coolDown;
        this.rollbacks = rollbacks;
        WatchedVersion version = watched.champion();
        long after = watched.latestId();
        windows.checked(after);
        windows.open(
                new Window(version, version.counts().get(), environment.clock().instant(), after));
        this.listening = watched.listen(windows);
    }

    /** Says what is to be stopped when it is closed. */
    void onClose(Runnable work) {
        stop = work;
    }

    @Override
    public MonitorReport checkNow() {
        checking.lock();
        try {
            Window window = present(watched.champion());
            long latest = watched.latestId();
            Counts now = window.version().counts().get();
            Counts counted = window.countsUntil(now);
            Instant at = noEarlierThan(window.from());
            MonitorReport report = Windows.withQuality(
                    judge.judge(
                                    window.version().reference(),
                                    counted,
                                    windows.judged(window, judge.minimumRows()),
                                    limits)
                            .report(watched.model(), window.version().version(), window.from(), at),
                    windows.quality(window, counted.answers()));
            if (counted.rows() >= judge.minimumRows()) {
                windows.close(window, report, latest);
                windows.open(new Window(window.version(), now, at, latest));
            }
            windows.checked(latest);
            environment.emitter().emit(new LifecycleEvent.WindowChecked(at, watched.model(), report));
            act(report);
            return report;
        } finally {
            checking.unlock();
        }
    }

    /** Now; a clock that was set back makes no window end before it began. */
    private Instant noEarlierThan(Instant from) {
        Instant now = environment.clock().instant();
        return now.isBefore(from) ? from : now;
    }

    /** The open window, or a new one if another version answers by now. */
    private Window present(WatchedVersion version) {
        Window open = windows.open();
        if (open != null && open.isOf(version)) {
            return open;
        }
        // whatever the new version answered came after the last check, which met another
        Window fresh = new Window(version, Counts.none(version.reference()), version.since(), windows.lastEnd());
        windows.open(fresh);
        return fresh;
    }

    private void act(MonitorReport report) {
        List<Breach> ready = coolDown.take(report.broken(), report.to());
        if (ready.isEmpty()) {
            return;
        }
        Means means = new Means(report, ready);
        actions.forEach(action -> isolation.run("An action", () -> action.act(report, means)));
    }

    private final class Means implements Action.Means {

        private final MonitorReport report;
        private final List<Breach> ready;

        Means(MonitorReport report, List<Breach> ready) {
            this.report = report;
            this.ready = ready;
        }

        @Override
        public void alert() {
            for (Breach breach : ready) {
                Alert alert = new Alert(
                        report.to(),
                        report.model(),
                        report.version(),
                        breach,
                        report.model() + " v" + report.version() + ", " + report.rows() + " rows: " + breach);
                environment.emitter().emit(new LifecycleEvent.AlertRaised(report.to(), report.model(), alert));
                sinks.forEach(sink -> isolation.run("A sink", () -> sink.send(alert)));
            }
        }

        @Override
        public void rollback(String reason) {
            if (rollbacks.take(report.to())) {
                watched.rollback(report.version(), reason);
            } else {
                LOG.warn(
                        "Model '{}' v{} is not rolled back: that may be done {} only. {}",
                        report.model(),
                        report.version(),
                        rollbacks,
                        reason);
            }
        }
    }

    @Override
    public List<MonitorReport> reports() {
        return windows.reports();
    }

    @Override
    public long failures() {
        return isolation.failures();
    }

    @Override
    public void close() {
        stop.run();
        listening.close();
    }

    @Override
    public String toString() {
        return "monitor of '" + watched.model() + "': " + limits;
    }
}
