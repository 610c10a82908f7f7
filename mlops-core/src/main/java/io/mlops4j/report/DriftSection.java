package io.mlops4j.report;

import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.MonitorReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** How the values of a window compare with the reference. */
final class DriftSection {

    private static final int WINDOWS = 12;
    private static final double LARGE = 0.25;

    private DriftSection() {}

    static void columns(HtmlWriter out, Life life) {
        Optional<MonitorReport> latest = life.latest();
        if (latest.isEmpty()) {
            out.leaf("p", "No window was checked yet, so nothing can be said.");
            return;
        }
        window(out, latest.get());
        compare(out, latest.get().columns(), "Drift of the columns");
        if (life.checks().size() > 1) {
            overTime(out, life.checks());
        }
    }

    static void answers(HtmlWriter out, Life life) {
        life.latest()
                .ifPresentOrElse(
                        check -> compare(out, check.answers(), "Drift of the answers"),
                        () -> out.leaf("p", "No window was checked yet, so nothing can be said."));
    }

    private static void window(HtmlWriter out, MonitorReport check) {
        out.open("p")
                .text("The latest window, of v")
                .number(Integer.toString(check.version()))
                .text(": from ");
        Times.write(out, check.from());
        out.text(" to ");
        Times.write(out, check.to());
        out.text(" UTC, ")
                .number(Numbers.count(check.rows(), "row", "rows"))
                .text(".")
                .close();
    }

    private static void compare(HtmlWriter out, List<ColumnDrift> columns, String label) {
        if (columns.isEmpty()) {
            out.leaf("p", "There is nothing to compare.");
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                label,
                Table.Head.name("column"),
                Table.Head.name("state"),
                Table.Head.number("PSI"),
                Table.Head.number("statistic"),
                Table.Head.number("p"),
                Table.Head.number("adjusted p"));
        for (ColumnDrift column : columns) {
            table.row()
                    .name(column.column())
                    .cell(html -> Badge.drift(html, column.state()))
                    .number(number(column, column.psi(), Numbers::small))
                    .number(number(column, column.statistic(), Numbers::of))
                    .number(number(column, column.pValue(), Numbers::small))
                    .number(number(column, column.adjustedPValue(), Numbers::small));
        }
        table.end();
        out.close();
        out.open("div", "class", "grid");
        columns.forEach(column -> figure(out, column));
        out.close();
    }

    /** What is not known because there is not enough data says so in its state; here stands nothing that looks like a number. */
    private static String number(ColumnDrift column, double value, DoubleFunction<String> format) {
        return column.state() == ColumnDrift.State.NOT_ENOUGH_DATA && Double.isNaN(value) ? "–" : format.apply(value);
    }

    private static void figure(HtmlWriter out, ColumnDrift column) {
        out.open("figure").open("figcaption");
        out.open("h3").name(column.column()).text(" ");
        Badge.drift(out, column.state());
        out.close();
        out.open("p").number(numbers(column)).close().close();
        if (column.bins().stream().allMatch(bin -> bin.reference() == 0 && bin.current() == 0)) {
            out.leaf("p", "There are no values.", "class", "note");
        } else {
            BarPairs.draw(out, column.column(), column.bins());
            Legend.shapes(out, "ref", "reference", "cur", "current");
        }
        out.close();
    }

    private static String numbers(ColumnDrift column) {
        long current = column.bins().stream().mapToLong(bin -> bin.current()).sum();
        return column.state() == ColumnDrift.State.NOT_ENOUGH_DATA
                ? Numbers.count(current, "value is", "values are") + " too few to say anything"
                : "PSI " + Numbers.small(column.psi()) + ", adjusted p " + Numbers.small(column.adjustedPValue());
    }

    private static void overTime(HtmlWriter out, List<MonitorReport> checks) {
        List<MonitorReport> shown =
                new ArrayList<>(checks.subList(Math.max(0, checks.size() - WINDOWS), checks.size()));
        Collections.reverse(shown);
        MonitorReport latest = shown.get(0);
        Figure.write(
                out,
                "Drift over time",
                "PSI of each column in the latest " + shown.size()
                        + " windows, by their end (UTC), the newest first. Framed: drifted. Dashed: not enough data.",
                html -> {
                    Heat.begin(
                            html,
                            "Drift over time",
                            "column",
                            shown.stream()
                                    .map(check -> Times.at(check.to()).substring(0, 16))
                                    .toList());
                    for (ColumnDrift column : latest.columns()) {
                        html.open("tr")
                                .open("th", "scope", "row")
                                .name(column.column())
                                .close();
                        shown.forEach(check -> cell(html, find(check, column.column())));
                        html.close();
                    }
                    Heat.end(html);
                });
    }

    private static Optional<ColumnDrift> find(MonitorReport check, String column) {
        return check.columns().stream()
                .filter(found -> found.column().equals(column))
                .findFirst();
    }

    private static void cell(HtmlWriter out, Optional<ColumnDrift> found) {
        if (found.isEmpty() || found.get().state() == ColumnDrift.State.NOT_ENOUGH_DATA) {
            out.open("td", "class", "hu").text(found.isEmpty() ? "–" : "?");
            out.leaf("small", found.isEmpty() ? "no column" : "no data").close();
            return;
        }
        ColumnDrift column = found.get();
        boolean drifted = column.state() == ColumnDrift.State.DRIFTED;
        out.open("td", "class", Heat.step(column.psi() / LARGE) + (drifted ? " own" : ""));
        out.number(Numbers.fixed(Double.isFinite(column.psi()) ? column.psi() : 0, 2));
        if (drifted) {
            out.leaf("small", "drifted");
        }
        out.close();
    }
}
