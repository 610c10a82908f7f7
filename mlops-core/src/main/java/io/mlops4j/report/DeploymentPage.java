package io.mlops4j.report;

import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.MonitorReport;
import java.util.List;
import java.util.Optional;

/** The page of a deployment. */
final class DeploymentPage {

    private final Life life;
    private final DeploymentStatus status;

    private DeploymentPage(Life life) {
        this.life = life;
        this.status = life.status();
    }

    static String of(Life life) {
        return new DeploymentPage(life).html();
    }

    private String html() {
        return new Page("deployment", status.model(), this::introduction)
                .section("now", "What is live", "", out -> LiveSection.write(out, status))
                .section("history", "History", "", out -> HistorySection.moves(out, life))
                .section("watch", "Quality, errors and speed", "", out -> WatchSection.write(out, life))
                .section(
                        "drift",
                        "Drift of the columns",
                        "A column has drifted if its population stability index is large and a two-sample test, corrected for the number of columns, agrees.",
                        out -> DriftSection.columns(out, life))
                .section(
                        "answers",
                        "Drift of the answers",
                        "What the model answers, compared with its answers on its own test rows.",
                        out -> DriftSection.answers(out, life))
                .section("windows", "Windows", "", out -> WindowSection.write(out, life))
                .section(
                        "feedback",
                        "Feedback",
                        "What became of the truths that were told.",
                        out -> LiveSection.feedback(out, status))
                .section("versions", "Versions", "", out -> HistorySection.versions(out, life))
                .section("swaps", "Swaps in this process", "", out -> SwapSection.write(out, status))
                .html("As of " + Times.at(status.at()) + " UTC. Bundle of the champion sha256:"
                        + status.champion().digest());
    }

    private void introduction(HtmlWriter out) {
        Badge.PLAIN.write(out, "v" + status.champion().version() + " is live");
        out.open("ul", "class", "facts");
        out.open("li").text("since ").open("b");
        Times.write(out, status.champion().since());
        out.text(" UTC").close().close();
        out.open("li").text("as of ").open("b");
        Times.write(out, status.at());
        out.text(" UTC").close().close().close();
        troubles(out);
        monitored(out);
    }

    private void troubles(HtmlWriter out) {
        List<SwapFailure> failures = status.failures();
        if (failures.isEmpty() && status.registryError().isEmpty()) {
            return;
        }
        out.open("div", "class", "callout bad")
                .open("p")
                .leaf("b", "What was live stays live, but")
                .close()
                .open("ul");
        status.registryError()
                .ifPresent(error -> out.open("li")
                        .text("the registry could not be asked: ")
                        .prose(error)
                        .close());
        for (SwapFailure failure : failures) {
            out.open("li")
                    .text("v" + failure.version() + " should be " + SwapSection.place(failure.route())
                            + " and failed at ");
            out.name(failure.step()).text(": ").prose(failure.reason()).close();
        }
        out.close().close();
    }

    private void monitored(HtmlWriter out) {
        Optional<MonitorReport> latest = life.latest();
        if (latest.isEmpty()) {
            out.open("div", "class", "callout unknown");
            out.leaf("p", "No window was checked yet. Whether data or answers have moved is not known.")
                    .close();
            return;
        }
        MonitorReport check = latest.get();
        Badge badge = !check.broken().isEmpty() ? Badge.BAD : !check.unknown().isEmpty() ? Badge.UNKNOWN : Badge.GOOD;
        out.open("div", "class", "callout " + badge.kind()).open("p").leaf("b", "In the latest window");
        out.text(" (v" + check.version() + ", ");
        out.number(Numbers.count(check.rows(), "row", "rows")).text(")").close();
        out.open("p").text("Drifted columns: ");
        drifted(out, check);
        out.close().open("p").text("Limits: ");
        WindowSection.limits(out, check);
        out.close().close();
    }

    private static void drifted(HtmlWriter out, MonitorReport check) {
        List<String> names = check.driftedColumns();
        if (names.isEmpty()) {
            boolean known =
                    check.columns().stream().anyMatch(column -> column.state() != ColumnDrift.State.NOT_ENOUGH_DATA);
            out.text(known ? "none of those with enough data" : "not known, there is not enough data");
        }
        for (int i = 0; i < names.size(); i++) {
            out.text(i == 0 ? "" : ", ").open("b").name(names.get(i)).close();
        }
    }
}
