package io.mlops4j.report;

import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.MonitorReport;
import java.util.stream.Collectors;

/** The windows that were checked, as a table. */
final class WindowSection {

    private WindowSection() {}

    static void write(HtmlWriter out, Life life) {
        if (life.checks().isEmpty()) {
            out.leaf("p", "No window was checked yet.");
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Windows",
                Table.Head.name("from and to (UTC)"),
                Table.Head.name("version"),
                Table.Head.number("rows"),
                Table.Head.number(life.classifies() ? "accuracy" : "mean absolute error"),
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
                .cell(html -> {
                    Times.write(html, check.from());
                    html.empty("br");
                    Times.write(html, check.to());
                })
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
