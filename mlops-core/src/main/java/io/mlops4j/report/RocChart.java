package io.mlops4j.report;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.evaluate.Curve;
import io.mlops4j.evaluate.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What every threshold would give: found of a class against false alarms. One curve, or one for each of some classes. */
final class RocChart {

    private static final String TITLE = "ROC curve";
    private static final int MOST_CURVES = 6;
    private static final double BOTTOM = 292;
    private static final double HEIGHT = 330;
    private static final double VISIBLE = 0.004;

    private RocChart() {}

    /** The curve of one class; without points if it cannot be drawn. */
    private record Drawn(String label, double area, List<Curve.Point> points) {}

    static void write(HtmlWriter out, ClassificationOutcomes outcomes) {
        Classes classes = outcomes.classes();
        List<String> labels = classes.positive().map(List::of).orElse(classes.names());
        List<Drawn> curves = labels.stream()
                .limit(MOST_CURVES)
                .map(label -> draw(outcomes, label))
                .toList();
        if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
            Figure.absent(
                    out, TITLE, "Not drawn: it takes test rows of a class and of another, with finite probabilities.");
            return;
        }
        String note =
                "Share of a class that is found, against share of the rest that is taken for it, for every threshold."
                        + (labels.size() > MOST_CURVES
                                ? " The first " + MOST_CURVES + " of " + labels.size() + " classes."
                                : "");
        Figure.write(out, TITLE, note, html -> {
            picture(html, curves);
            Legend.lines(
                    html,
                    curves.stream()
                            .map(curve -> new Legend.Entry(curve.label(), "AUC " + Numbers.of(curve.area())))
                            .toList());
        });
    }

    private static Drawn draw(ClassificationOutcomes outcomes, String label) {
        try {
            double area = Metrics.rocAuc(label).compute(outcomes);
            return new Drawn(
                    label,
                    area,
                    Double.isNaN(area) ? List.of() : Curve.of(outcomes, label).points());
        } catch (InvalidDataException e) {
            return new Drawn(label, Double.NaN, List.of());
        }
    }

    private static void picture(HtmlWriter out, List<Drawn> curves) {
        Svg svg = Svg.fixed(
                out,
                HEIGHT,
                TITLE,
                curves.stream()
                        .map(curve ->
                                "Area under the curve of class " + curve.label() + ": " + Numbers.of(curve.area()))
                        .collect(Collectors.joining(". ")));
        Frame frame = Frame.draw(svg, Frame.unit(), Frame.unit(), BOTTOM, "false positive rate", "");
        frame.diagonal();
        for (int i = 0; i < curves.size(); i++) {
            if (!curves.get(i).points().isEmpty()) {
                List<Svg.Point> line = line(frame, curves.get(i).points());
                if (curves.size() == 1) {
                    List<Svg.Point> area = new ArrayList<>(line);
                    area.add(frame.point(1, 0));
                    svg.area(area, "area");
                }
                svg.path(line, "s" + i);
            }
        }
        svg.text(frame.x(0.97), frame.y(0.03) - 2, "end", "small", "true positive rate ↑");
        svg.end();
    }

    /** Thousands of thresholds would weigh much and show nothing more. */
    private static List<Svg.Point> line(Frame frame, List<Curve.Point> points) {
        List<Svg.Point> line = new ArrayList<>();
        line.add(frame.point(0, 0));
        double lastX = 0;
        double lastY = 0;
        for (Curve.Point point : points) {
            double x = point.falsePositiveRate();
            double y = point.recall();
            if (x - lastX + y - lastY >= VISIBLE) {
                line.add(frame.point(x, y));
                lastX = x;
                lastY = y;
            }
        }
        line.add(frame.point(1, 1));
        return line;
    }
}
