package io.mlops4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;

/** Numbers over time as lines, with what happened meanwhile. */
final class LineChart {

    private static final double LEFT = 13;
    private static final double RIGHT = 98;
    private static final double TOP = 40;
    private static final double BOTTOM = 190;
    private static final double HEIGHT = 216;
    private static final double LABEL_WIDTH = 17;

    private final String title;
    private final Life.Span span;
    private final List<Event> events;
    private final BiFunction<Scale, Double, String> format;

    /**
     * A chart.
     *
     * @param title what is drawn
     * @param span from when to when
     * @param events what happened meanwhile
     * @param format how a number of the axis is written
     */
    LineChart(String title, Life.Span span, List<Event> events, BiFunction<Scale, Double, String> format) {
        this.title = title;
        this.span = span;
        this.events = events;
        this.format = format;
    }

    /** Draws lines; the axis goes on to a number that shall be seen, if it is one. */
    void draw(HtmlWriter out, List<Series> lines, double seen) {
        Svg svg = Svg.fluid(
                out,
                HEIGHT,
                title,
                "From " + Times.at(span.from()) + " to " + Times.at(span.to())
                        + "; the table of windows has the same.");
        TimeScale across = new TimeScale(span, LEFT, RIGHT);
        Scale down = scale(lines, seen);
        axes(svg, across, down);
        events(svg, across);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, across, down, lines.get(i).points(), i);
        }
        svg.end();
    }

    /** What is never negative has an axis that is not. */
    private static Scale scale(List<Series> lines, double seen) {
        double[] numbers = DoubleStream.concat(
                        DoubleStream.of(seen),
                        lines.stream()
                                .flatMap(line -> line.points().stream())
                                .flatMapToDouble(point -> DoubleStream.of(point.value(), point.lower(), point.upper())))
                .filter(Double::isFinite)
                .toArray();
        Scale scale = Scale.around(Arrays.stream(numbers), BOTTOM, TOP);
        return Arrays.stream(numbers).allMatch(number -> number >= 0)
                ? scale.between(0, Double.POSITIVE_INFINITY)
                : scale;
    }

    private void axes(Svg svg, TimeScale across, Scale down) {
        for (double tick : down.ticks(4)) {
            svg.line(LEFT, down.at(tick), RIGHT, down.at(tick), "gridline");
            svg.number(LEFT - 1.5, down.at(tick) + 4, "end", "small", format.apply(down, tick));
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis");
        for (TimeScale.Tick tick : across.ticks()) {
            svg.line(tick.x(), BOTTOM, tick.x(), BOTTOM + 4, "axis");
            svg.number(tick.x(), BOTTOM + 18, Timeline.anchor(tick.x()), "small", tick.text());
        }
    }

    /** Labels that would lie on each other go to a second line, or stay a line with a title. */
    private void events(Svg svg, TimeScale across) {
        double[] free = {LEFT - LABEL_WIDTH, LEFT - LABEL_WIDTH};
        for (Event event : events) {
            if (across.holds(event.at())) {
                double x = across.at(event.at());
                int row = x >= free[0] ? 0 : x >= free[1] ? 1 : -1;
                svg.line(x, row == 0 ? 14 : 28, x, BOTTOM, "event");
                if (row >= 0) {
                    svg.text(
                            x,
                            row == 0 ? 11 : 25,
                            x > 85 ? "end" : x < LEFT + 3 ? "start" : "middle",
                            "small",
                            event.label(),
                            event.text());
                    free[row] = x + LABEL_WIDTH;
                }
            }
        }
    }

    private static void line(Svg svg, TimeScale across, Scale down, List<Series.Point> points, int number) {
        List<Svg.Point> run = new ArrayList<>();
        int version = 0;
        for (Series.Point point : points) {
            boolean known = Double.isFinite(point.value());
            if (!known || point.version() != version) {
                flush(svg, run, number);
                version = point.version();
            }
            if (known) {
                run.add(new Svg.Point(across.at(point.at()), down.at(point.value())));
            }
        }
        flush(svg, run, number);
        for (Series.Point point : points) {
            if (Double.isFinite(point.value())) {
                mark(svg, across.at(point.at()), down, point, number);
            }
        }
    }

    private static void mark(Svg svg, double x, Scale down, Series.Point point, int number) {
        if (point.upper() > point.lower()) {
            svg.line(x, down.at(point.lower()), x, down.at(point.upper()), "whisker");
        }
        if (point.alert()) {
            svg.diamond(x, down.at(point.value()), 7, "dot alert", point.text());
        } else {
            svg.circle(x, down.at(point.value()), 4, number == 0 ? "dot" : "dot k" + number, point.text());
        }
    }

    private static void flush(Svg svg, List<Svg.Point> run, int number) {
        if (run.size() > 1) {
            svg.path(run, "s" + number);
        }
        run.clear();
    }
}
