package io.mlops4j.report;

import io.mlops4j.api.evaluate.RegressionOutcomes;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How a regression answers on the test rows. */
final class RegressionSection {

    private static final double HEIGHT = 318;
    private static final double BOTTOM = 280;

    private RegressionSection() {}

    static void write(HtmlWriter out, RegressionOutcomes outcomes) {
        double[] truths =
                IntStream.range(0, outcomes.size()).mapToDouble(outcomes::truth).toArray();
        double[] predicted = IntStream.range(0, outcomes.size())
                .mapToDouble(outcomes::predicted)
                .toArray();
        double[] residuals = IntStream.range(0, outcomes.size())
                .mapToDouble(row -> truths[row] - predicted[row])
                .toArray();
        out.open("div", "class", "grid");
        if (Arrays.stream(residuals).noneMatch(Double::isFinite)) {
            Figure.absent(out, "Predicted and true", "Not drawn: it takes test rows with finite numbers.");
        } else {
            againstTruth(out, truths, predicted);
            againstPrediction(out, predicted, residuals);
            distribution(out, residuals);
        }
        out.close();
    }

    private static void againstTruth(HtmlWriter out, double[] truths, double[] predicted) {
        Figure.write(out, "Predicted and true", "On the dashed line the prediction is right.", html -> {
            Scale both = Scale.around(DoubleStream.concat(Arrays.stream(truths), Arrays.stream(predicted)), 0, 1);
            Svg svg = Svg.fixed(
                    html, HEIGHT, "Predicted and true", "The predicted number of each test row against its true one.");
            Frame frame = Frame.draw(svg, both, both, BOTTOM, "true", "predicted ↑");
            new Cloud(truths, predicted).draw(svg, both, both, frame);
            frame.diagonal();
            svg.end();
        });
    }

    private static void againstPrediction(HtmlWriter out, double[] predicted, double[] residuals) {
        Figure.write(
                out,
                "Residuals",
                "True less predicted; a pattern is something that the model has not learned.",
                html -> {
                    Scale across = Scale.around(Arrays.stream(predicted), 0, 1);
                    Scale down = Scale.around(DoubleStream.concat(Arrays.stream(residuals), DoubleStream.of(0)), 0, 1);
                    Svg svg = Svg.fixed(
                            html,
                            HEIGHT,
                            "Residuals",
                            "True less predicted number of each test row, against the predicted one.");
                    Frame frame = Frame.draw(svg, across, down, BOTTOM, "predicted", "residual ↑");
                    new Cloud(predicted, residuals).draw(svg, across, down, frame);
                    svg.line(frame.x(across.low()), frame.y(0), frame.x(across.high()), frame.y(0), "diagonal");
                    svg.end();
                });
    }

    private static void distribution(HtmlWriter out, double[] residuals) {
        double[] finite =
                Arrays.stream(residuals).filter(Double::isFinite).sorted().toArray();
        Figure.write(out, "How large residuals are", "True less predicted.", html -> {
            Histogram.of(finite).draw(html, "Residuals", 250);
            html.open("p", "class", "note").text("Half of them lie between ");
            html.number(Numbers.of(finite[finite.length / 4])).text(" and ");
            html.number(Numbers.of(finite[finite.length * 3 / 4])).text(".").close();
        });
    }
}
