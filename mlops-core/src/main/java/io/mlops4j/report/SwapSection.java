package io.mlops4j.report;

import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import java.util.stream.Collectors;

/** The swaps in this process: what passed before each, and what failed. */
final class SwapSection {

    private SwapSection() {}

    static void write(HtmlWriter out, DeploymentStatus status) {
        failures(out, status);
        if (status.receipts().isEmpty()) {
            out.leaf("p", "Nothing was swapped in this process.");
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Receipts of swaps",
                Table.Head.name("when (UTC)"),
                Table.Head.name("place"),
                Table.Head.name("from"),
                Table.Head.name("to"),
                Table.Head.number("took"),
                Table.Head.text("what passed before"),
                Table.Head.text("why"));
        for (SwapReceipt receipt : status.receipts()) {
            table.row()
                    .cell(html -> Times.write(html, receipt.at()))
                    .cell(html -> html.text(place(receipt.route())))
                    .cell(html -> HistorySection.version(html, receipt.from()))
                    .cell(html -> HistorySection.version(html, receipt.to()))
                    .number(Times.took(receipt.took()))
                    .prose(receipt.checks().stream()
                            .map(check -> check.name() + " " + Times.took(check.took()))
                            .collect(Collectors.joining(", ")))
                    .prose(receipt.reason());
        }
        table.end();
        out.close();
    }

    private static void failures(HtmlWriter out, DeploymentStatus status) {
        if (status.failures().isEmpty()) {
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Versions that should be live and are not",
                Table.Head.name("should be live"),
                Table.Head.name("as"),
                Table.Head.name("failed at"),
                Table.Head.text("because"),
                Table.Head.name("first (UTC)"),
                Table.Head.name("last (UTC)"),
                Table.Head.number("attempts"));
        for (SwapFailure failure : status.failures()) {
            table.row()
                    .cell(html -> Badge.BAD.write(html, "v" + failure.version()))
                    .cell(html -> html.text(place(failure.route())))
                    .name(failure.step())
                    .prose(failure.reason())
                    .cell(html -> Times.write(html, failure.first()))
                    .cell(html -> Times.write(html, failure.last()))
                    .number(Numbers.count(failure.attempts()));
        }
        table.end();
        out.close();
    }

    static String place(Route route) {
        return route == Route.CHAMPION ? "champion" : "challenger";
    }
}
