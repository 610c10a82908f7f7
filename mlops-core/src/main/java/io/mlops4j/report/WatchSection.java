package io.mlops4j.report;

import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quality, errors and speed over time, with what happened meanwhile. */
final class WatchSection {

    private static final String LABEL = "(label)";

    private final Life life;
    private final List<Event> events;

    WatchSection(Life life) {
        this.life = life;
        this.events = events(life);
    }

    private static List<Event> events(Life life) {
        List<Event> events = new ArrayList<>();
        for (AliasMove move : life.moves()) {
            if (move.alias().equals(Alias.CHAMPION) || move.alias().equals(Alias.CHALLENGER)) {
                String to = move.to().isPresent() ? "v" + move.to().getAsInt() : "none";
                String place = move.alias().equals(Alias.CHAMPION) ? "" : "try ";
                events.add(new Event(
                        move.at(),
                        place + "→ " + to,
                        Times.at(move.at()) + " " + move.alias() + " → " + to + ": " + move.decision()));
            }
        }
        if (events.isEmpty()) {
            for (SwapReceipt receipt : life.status().receipts()) {
                String to = receipt.to().isPresent() ? "v" + receipt.to().getAsInt() : "none";
                events.add(new Event(
                        receipt.at(),
                        "→ " + to,
                        Times.at(receipt.at()) + " " + SwapSection.place(receipt.route()) + " → " + to + ": "
                                + receipt.reason()));
            }
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    void charts(HtmlWriter out) {
        if (life.checks().isEmpty()) {
            out.leaf("p", "No window was checked yet, so nothing can be said.");
            return;
        }
        out.open("div", "class", "grid wide");
        quality(out);
        figure(
                out,
                "Error rate",
                "Share of the rows that the model could not answer.",
                List.of(series(
                        "error rate",
                        MonitorReport::errorRate,
                        signal -> signal instanceof Signal.ErrorRate,
                        Numbers::share)),
                Numbers::share);
        figure(
                out,
                "Latency",
                "How long half of the answers took at most (p50), and 99 % (p99).",
                List.of(
                        series("p50", MonitorReport::latencyP50, signal -> false, Times::seconds),
                        series(
                                "p99",
                                MonitorReport::latencyP99,
                                signal -> signal instanceof Signal.Latency,
                                Times::seconds)),
                Times::seconds);
        figure(
                out,
                "Rows",
                "How many rows each window has.",
                List.of(series(
                        "rows",
                        check -> check.rows(),
                        signal -> signal instanceof Signal.Drift || signal instanceof Signal.AnswerDrift,
                        value -> Numbers.of(value))),
                Numbers::of);
        out.close();
        out.leaf(
                "p",
                "Dotted lines: an alias was moved. Diamonds: a limit was broken in that window; at the number of rows, one of drift.",
                "class",
                "note");
    }

    private boolean classifies() {
        Stream<Limit> limits = life.checks().stream()
                .flatMap(check -> Stream.concat(check.broken().stream().map(Breach::limit), check.unknown().stream()));
        return life.checks().stream()
                        .flatMap(check -> check.answers().stream())
                        .anyMatch(answer -> answer.column().equals(LABEL))
                || limits.anyMatch(limit -> limit.signal() instanceof Signal.Accuracy);
    }

    private void quality(HtmlWriter out) {
        boolean classifies = classifies();
        String name = classifies ? "Accuracy" : "Mean absolute error";
        List<Series.Point> points = life.checks().stream()
                .map(check -> {
                    double value = check.quality().value();
                    long known = check.quality().known();
                    Wilson range = classifies && known > 0 && Double.isFinite(value)
                            ? Wilson.of(value, known)
                            : new Wilson(value, value);
                    String text = title(check) + name.toLowerCase(java.util.Locale.ROOT) + " " + Numbers.of(value)
                            + ", truth known of " + Numbers.count(known) + " of "
                            + Numbers.count(check.quality().answers());
                    boolean alert = broken(
                            check,
                            signal -> signal instanceof Signal.Accuracy || signal instanceof Signal.MeanAbsoluteError);
                    return new Series.Point(
                            middle(check), check.version(), value, range.lower(), range.upper(), alert, text);
                })
                .toList();
        String note = (classifies
                        ? "Share of the answers with a known truth that is right, with 95 % interval."
                        : "Of the answers with a known truth.")
                + " A gap: no truth is known yet.";
        figure(out, name, note, List.of(new Series(name, points)), Numbers::of);
    }

    private static Instant middle(MonitorReport check) {
        return check.from().plus(Duration.between(check.from(), check.to()).dividedBy(2));
    }

    private static String title(MonitorReport check) {
        return "v" + check.version() + ", " + Times.at(check.from()) + " to " + Times.at(check.to()) + ": ";
    }

    private static boolean broken(MonitorReport check, Predicate<Signal> signal) {
        return check.broken().stream()
                .anyMatch(breach -> signal.test(breach.limit().signal()));
    }

    private Series series(
            String name,
            ToDoubleFunction<MonitorReport> number,
            Predicate<Signal> signal,
            java.util.function.Function<Double, String> format) {
        return new Series(
                name,
                life.checks().stream()
                        .map(check -> {
                            double value = number.applyAsDouble(check);
                            return new Series.Point(
                                    middle(check),
                                    check.version(),
                                    value,
                                    value,
                                    value,
                                    broken(check, signal),
                                    title(check) + name + " " + format.apply(value));
                        })
                        .toList());
    }

    private void figure(
            HtmlWriter out,
            String title,
            String note,
            List<Series> lines,
            java.util.function.Function<Double, String> format) {
        Figure.write(out, title, note, html -> {
            if (lines.stream()
                    .flatMap(line -> line.points().stream())
                    .noneMatch(point -> Double.isFinite(point.value()))) {
                html.leaf("p", "Nothing is known yet.", "class", "note");
                return;
            }
            new LineChart(title, life.watched(), events, format)
                    .draw(html, lines, title.equals("Accuracy") ? Double.NaN : 0);
            if (lines.size() > 1) {
                Legend.lines(
                        html,
                        lines.stream()
                                .map(line -> new Legend.Entry(line.name(), ""))
                                .toList());
            }
        });
    }

    void windows(HtmlWriter out) {
        if (life.checks().isEmpty()) {
            out.leaf("p", "No window was checked yet.");
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Windows",
                Table.Head.name("from (UTC)"),
                Table.Head.name("to (UTC)"),
                Table.Head.name("version"),
                Table.Head.number("rows"),
                Table.Head.number(classifies() ? "accuracy" : "mean absolute error"),
                Table.Head.number("truth known"),
                Table.Head.number("error rate"),
                Table.Head.number("p50"),
                Table.Head.number("p99"),
                Table.Head.text("limits"));
        life.checks().forEach(check -> row(table, check));
        table.end();
        out.close();
    }

    private static void row(Table table, MonitorReport check) {
        table.row()
                .cell(html -> Times.write(html, check.from()))
                .cell(html -> Times.write(html, check.to()))
                .cell(html -> html.number("v" + check.version()))
                .number(Numbers.count(check.rows()))
                .number(Numbers.of(check.quality().value()))
                .number(Numbers.count(check.quality().known()) + " of "
                        + Numbers.count(check.quality().answers()))
                .number(Numbers.share(check.errorRate()))
                .number(Times.seconds(check.latencyP50()))
                .number(Times.seconds(check.latencyP99()))
                .cell(html -> limits(html, check));
    }

    /** What is broken, what is not known, and only if neither is there that nothing was broken. */
    static void limits(HtmlWriter out, MonitorReport check) {
        for (Breach breach : check.broken()) {
            Badge.BAD.write(out, "broken");
            out.text(" ").prose(breach.toString()).empty("br");
        }
        if (!check.unknown().isEmpty()) {
            Badge.UNKNOWN.write(out, "not enough data");
            out.text(" ")
                    .prose(check.unknown().stream()
                            .map(Limit::toString)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        } else if (check.broken().isEmpty()) {
            out.leaf("span", "none broken");
        }
    }
}
