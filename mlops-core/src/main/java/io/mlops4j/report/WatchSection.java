package io.mlops4j.report;

import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Quality, errors and speed over time, with what happened meanwhile. */
final class WatchSection {

    private final HtmlWriter out;
    private final Life life;
    private final List<Event> events;

    private WatchSection(HtmlWriter out, Life life) {
        this.out = out;
        this.life = life;
        this.events = Event.of(life);
    }

    private static String plain(Scale scale, double value) {
        return scale.tick(value, 4);
    }

    private static String share(Scale scale, double value) {
        return Numbers.share(value);
    }

    private static String seconds(Scale scale, double value) {
        return Times.seconds(value);
    }

    static void write(HtmlWriter out, Life life) {
        if (life.checks().isEmpty()) {
            out.leaf("p", "No window was checked yet, so nothing can be said.");
            return;
        }
        out.open("div", "class", "grid wide");
        new WatchSection(out, life).charts();
        out.close();
        Legend.shapes(out, "event", "an alias was moved", "diamond dot alert", "a limit was broken in this window");
    }

    private void charts() {
        quality();
        figure(
                "Error rate",
                "Share of the rows that the model could not answer.",
                WatchSection::share,
                0,
                series("error rate", MonitorReport::errorRate, Signal.ErrorRate.class::isInstance, Numbers::share));
        figure(
                "Latency",
                "How long half of the answers took at most (p50), and 99 % (p99).",
                WatchSection::seconds,
                0,
                series("p50", MonitorReport::latencyP50, signal -> false, Times::seconds),
                series("p99", MonitorReport::latencyP99, Signal.Latency.class::isInstance, Times::seconds));
        figure(
                "Rows",
                "How many rows each window has. A diamond: a limit of drift was broken.",
                WatchSection::plain,
                0,
                series("rows", MonitorReport::rows, WatchSection::isDrift, Numbers::brief));
    }

    private static boolean isDrift(Signal signal) {
        return signal instanceof Signal.Drift || signal instanceof Signal.AnswerDrift;
    }

    private static boolean isQuality(Signal signal) {
        return signal instanceof Signal.Accuracy || signal instanceof Signal.MeanAbsoluteError;
    }

    private void quality() {
        String gap = " A gap: no truth is known yet.";
        if (life.classifies()) {
            Series accuracy = new Series(
                    "accuracy",
                    life.checks().stream()
                            .map(check -> quality(check, "accuracy", interval(check)))
                            .toList());
            String note = "Share of the answers with a known truth that is right, with 95 % interval." + gap;
            figure("Accuracy", note, WatchSection::plain, Double.NaN, accuracy);
        } else {
            Series error = new Series(
                    "mean absolute error",
                    life.checks().stream()
                            .map(check -> quality(check, "mean absolute error", none(check)))
                            .toList());
            figure("Mean absolute error", "Of the answers with a known truth." + gap, WatchSection::plain, 0, error);
        }
    }

    private static Wilson interval(MonitorReport check) {
        long known = check.quality().known();
        double value = check.quality().value();
        return known > 0 && value >= 0 && value <= 1 ? Wilson.of(value, known) : none(check);
    }

    private static Wilson none(MonitorReport check) {
        return new Wilson(check.quality().value(), check.quality().value());
    }

    private static Series.Point quality(MonitorReport check, String name, Wilson range) {
        double value = check.quality().value();
        String text = name + " " + Numbers.of(value) + ", truth known of "
                + Numbers.count(check.quality().known()) + " of "
                + Numbers.count(check.quality().answers());
        return point(check, value, range, WatchSection::isQuality, text);
    }

    private Series series(
            String name,
            ToDoubleFunction<MonitorReport> number,
            Predicate<Signal> limited,
            Function<Double, String> format) {
        return new Series(
                name,
                life.checks().stream()
                        .map(check -> {
                            double value = number.applyAsDouble(check);
                            String text = name + " " + format.apply(value);
                            return point(check, value, new Wilson(value, value), limited, text);
                        })
                        .toList());
    }

    private static Series.Point point(
            MonitorReport check, double value, Wilson range, Predicate<Signal> limited, String text) {
        Instant middle =
                check.from().plus(Duration.between(check.from(), check.to()).dividedBy(2));
        boolean broken = check.broken().stream()
                .anyMatch(breach -> limited.test(breach.limit().signal()));
        String window = "v" + check.version() + ", " + Times.at(check.from()) + " to " + Times.at(check.to()) + ": ";
        return new Series.Point(middle, check.version(), value, range.lower(), range.upper(), broken, window + text);
    }

    private void figure(
            String title, String note, BiFunction<Scale, Double, String> format, double seen, Series... lines) {
        List<Series> all = List.of(lines);
        Figure.write(out, title, note, html -> {
            if (all.stream().noneMatch(Series::isKnown)) {
                html.leaf("p", "Nothing is known yet.", "class", "note");
                return;
            }
            new LineChart(title, life.watched(), events, format).draw(html, all, seen);
            if (all.size() > 1) {
                Legend.lines(
                        html,
                        all.stream()
                                .map(line -> new Legend.Entry(line.name(), ""))
                                .toList());
            }
        });
    }
}
