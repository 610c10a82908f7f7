package io.mlops4j.report;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.evaluate.Calibration;
import java.util.List;

/** How often a probability comes true, and how many rows were given it. */
final class CalibrationChart {

    private static final String TITLE = "Calibration";
    private static final int BINS = 10;
    private static final double BOTTOM = 232;
    private static final double HEIGHT = 330;
    private static final double COUNTS_TOP = 276;
    private static final double COUNTS_BOTTOM = 326;
    private static final long FEW = 10;

    private CalibrationChart() {}

    static void write(HtmlWriter out, ClassificationOutcomes outcomes) {
        Classes classes = outcomes.classes();
        List<Calibration.Bin> bins;
        double error;
        try {
            bins = classes.positive().isPresent()
                    ? Calibration.table(outcomes, classes.positive().get(), BINS)
                    : Calibration.topLabelTable(outcomes, BINS);
            error = classes.positive().isPresent()
                    ? Calibration.expectedError(BINS).compute(outcomes)
                    : Calibration.expectedErrorOfTopLabel(BINS).compute(outcomes);
        } catch (InvalidDataException e) {
            Figure.absent(out, TITLE, "Not drawn: it takes test rows with finite probabilities.");
            return;
        }
        String of = classes.positive()
                .map(label -> "how often it is " + Legible.fit(label, 24))
                .orElse("how often the most probable class is the true one");
        Figure.write(
                out,
                TITLE,
                "Probability that was given, against " + of + ". On the dashed line it can be taken at its word.",
                html -> {
                    picture(html, bins, of);
                    Legend.shapes(html, "dot", "bin, with 95 % interval", "dot few", "fewer than " + FEW + " rows");
                    html.open("p", "class", "note").text("Expected calibration error, " + BINS + " bins: ");
                    html.number(Numbers.of(error)).close();
                });
    }

    private static void picture(HtmlWriter out, List<Calibration.Bin> bins, String of) {
        Svg svg = Svg.fixed(
                out, HEIGHT, TITLE, "Mean probability of each bin, and " + of + "; below, how many rows it has.");
        Frame frame = Frame.draw(svg, Frame.unit(), Frame.unit(), BOTTOM, "mean probability", "");
        frame.diagonal();
        svg.path(
                bins.stream()
                        .map(bin -> frame.point(bin.meanScore(), bin.positiveRate()))
                        .toList(),
                "s0");
        long most = bins.stream().mapToLong(Calibration.Bin::rows).max().orElse(1);
        for (Calibration.Bin bin : bins) {
            Wilson interval = Wilson.of(bin.positiveRate(), bin.rows());
            double x = frame.x(bin.meanScore());
            svg.line(x, frame.y(interval.lower()), x, frame.y(interval.upper()), "whisker");
            String title = Numbers.fixed(bin.meanScore(), 3) + " given, " + Numbers.fixed(bin.positiveRate(), 3)
                    + " true, " + Numbers.count(bin.rows(), "row", "rows");
            svg.circle(x, frame.y(bin.positiveRate()), 4.5, bin.rows() < FEW ? "dot few" : "dot", title);
            double left = frame.x((double) bin.bin() / BINS);
            double width = frame.x((bin.bin() + 1.0) / BINS) - left;
            double tall = Math.max(1, (COUNTS_BOTTOM - COUNTS_TOP) * bin.rows() / most);
            svg.rect(left + 1, COUNTS_BOTTOM - tall, width - 2, tall, "bar other", title);
        }
        svg.line(frame.x(0), COUNTS_BOTTOM, frame.x(1), COUNTS_BOTTOM, "axis");
        svg.text(frame.x(0) - 6, COUNTS_TOP + 10, "end", "small", "rows");
        svg.number(frame.x(0) - 6, COUNTS_TOP + 24, "end", "small", Numbers.brief((double) most));
        svg.end();
    }
}
