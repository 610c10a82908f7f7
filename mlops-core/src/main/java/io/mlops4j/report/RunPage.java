package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.pipeline.StageTiming;
import io.mlops4j.api.predict.Prediction;
import java.time.Duration;

/** The page of a run. */
final class RunPage {

    private final Run<?, ?> run;
    private final Bundle bundle;

    private RunPage(Run<?, ?> run) {
        this.run = run;
        this.bundle = run.bundle();
    }

    static <Y extends Prediction> String of(Run<?, Y> run, Outcomes<Y> outcomes) {
        return new RunPage(run).html(outcomes);
    }

    private String html(Outcomes<?> outcomes) {
        Page page = new Page("training run", run.pipeline().name(), this::introduction);
        page.section("verdict", "Verdict", "", out -> VerdictSection.write(out, run.verdict()));
        page.section(
                "measurements",
                "Measurements",
                "On the test rows, which the model has not seen. An interval is where the true value probably lies.",
                out -> MeasurementSection.headline(out, run.evaluation()));
        if (outcomes instanceof ClassificationOutcomes classes) {
            page.section("answers", "Answers", "", out -> ClassificationSection.write(out, run.evaluation(), classes));
        } else if (outcomes instanceof RegressionOutcomes numbers) {
            page.section("answers", "Answers", "", out -> RegressionSection.write(out, numbers));
        }
        if (MeasurementSection.hasSlices(run.evaluation())) {
            page.section(
                    "slices",
                    "Slices",
                    "The same measurements on parts of the test rows. Few rows give wide intervals.",
                    out -> MeasurementSection.slices(out, run.evaluation()));
        }
        page.section("columns", "Columns", columnsNote(), out -> ColumnCard.all(out, bundle.profile()));
        page.section("data", "Warnings and rejected rows", "", this::remarks);
        page.section("stages", "Stages", "", this::stages);
        page.section(
                "lineage",
                "Lineage",
                "Equal runs give equal bytes, and so the same digest.",
                out -> LineageSection.write(out, bundle));
        return page.html("Bundle sha256:" + bundle.digest());
    }

    private void introduction(HtmlWriter out) {
        Badge.verdict(out, run.verdict());
        out.open("ul", "class", "facts");
        out.open("li").text("started ").open("b");
        Times.write(out, run.startedAt());
        out.text(" UTC").close().close();
        fact(out, "took", Times.took(run.took()));
        out.open("li")
                .text("predicts ")
                .open("b")
                .name(bundle.target().columns().get(0).name())
                .close()
                .close();
        out.open("li")
                .text("trained by ")
                .open("b")
                .name(run.pipeline().trainer().name())
                .close()
                .close();
        fact(out, "training rows", Numbers.count(bundle.profile().rows()));
        fact(out, "test rows", Numbers.count(run.evaluation().rows()));
        out.open("li").text("digest ");
        out.open("code", "title", bundle.digest())
                .text(bundle.digest().substring(0, 12))
                .close();
        out.close().close();
    }

    private static void fact(HtmlWriter out, String name, String number) {
        out.open("li").text(name + " ").open("b").number(number).close().close();
    }

    private String columnsNote() {
        return "What the " + Numbers.count(bundle.profile().rows()) + " training rows look like, against which drift is"
                + " measured. Names in brackets are the model's answers on the test rows.";
    }

    private void remarks(HtmlWriter out) {
        if (run.warnings().isEmpty()) {
            out.leaf("p", "No expectation that only warns was broken.");
        } else {
            out.open("div", "class", "callout warn")
                    .open("p")
                    .leaf("b", "Broken expectations that only warn")
                    .close();
            out.open("ul");
            for (Violation violation : run.warnings()) {
                out.open("li").prose(violation.toString()).close();
            }
            out.close().close();
        }
        if (run.rejected().count() == 0) {
            out.leaf("p", "The source left no row out.");
        } else {
            out.open("div", "class", "callout warn").open("p");
            out.leaf("b", "The source left out " + Numbers.count(run.rejected().count(), "broken row", "broken rows"));
            out.close().open("ul");
            run.rejected().sample().forEach(text -> out.open("li").prose(text).close());
            out.close().close();
        }
    }

    private void stages(HtmlWriter out) {
        Duration all = run.took();
        Figure.write(
                out,
                "How long each stage took",
                Times.took(all) + " in all",
                html -> Bars.draw(
                        html,
                        "Stages",
                        run.timings().stream().map(timing -> stage(timing, all)).toList()));
    }

    private static Bars.Bar stage(StageTiming timing, Duration all) {
        double share = all.isZero() ? 0 : Math.max(0, (double) timing.took().toNanos() / all.toNanos());
        return new Bars.Bar(timing.stage(), share, Times.took(timing.took()), "");
    }
}
