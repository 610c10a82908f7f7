package io.mlops4j.report;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Evaluation;

/** How a classifier answers on the test rows. */
final class ClassificationSection {

    private ClassificationSection() {}

    static void write(HtmlWriter out, Evaluation evaluation, ClassificationOutcomes outcomes) {
        out.open("div", "class", "grid");
        RocChart.write(out, outcomes);
        CalibrationChart.write(out, outcomes);
        evaluation
                .confusion()
                .ifPresentOrElse(
                        matrix -> Heat.confusion(out, matrix),
                        () -> Figure.absent(out, "Confusion", "It was not counted."));
        out.close();
    }
}
