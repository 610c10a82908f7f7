package io.mlops4j.report;

import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One metric on each slice: a dot with its interval, the number and how many rows it stands for. */
final class WhiskerChart {

    private static final double LINE = 32;
    private static final double HEAD = 24;
    private static final double LEFT = 112;
    private static final double RIGHT = 268;
    private static final int NAME_COLUMNS = 16;
    private static final int MOST = 40;
    private static final long FEW = 30;

    private final HtmlWriter out;
    private final List<Measurement> whole;
    private final List<Measurement> parts;

    /** The measurements of one metric, the whole first. */
    WhiskerChart(HtmlWriter out, List<Measurement> measurements) {
        this.out = out;
        this.whole =
                measurements.stream().filter(found -> found.slice().isEmpty()).toList();
        this.parts = measurements.stream()
                .filter(found -> found.slice().isPresent())
                .limit(MOST)
                .toList();
    }

    void write(MetricKey metric, int all) {
        String note = "Whiskers: where the value probably lies. Dotted line: all rows."
                + (all > MOST ? " The first " + MOST + " of " + all + " slices." : "");
        Figure.write(out, metric.toString(), note, html -> {
            picture(metric);
            if (parts.stream().anyMatch(part -> part.rows() < FEW)) {
                Legend.shapes(html, "dot few", "fewer than " + FEW + " rows");
            }
        });
    }

    private void picture(MetricKey metric) {
        List<String> columns =
                parts.stream().map(part -> slice(part).column()).distinct().toList();
        double height = (whole.size() + parts.size()) * LINE + columns.size() * HEAD + 26;
        Svg svg = Svg.fixed(
                out,
                height,
                metric + " by slice",
                "The value of each slice with its interval; also in the table of all measurements.");
        Scale scale = Scale.around(
                Stream.concat(whole.stream(), parts.stream())
                        .flatMapToDouble(found -> found.interval()
                                .map(range -> DoubleStream.of(found.value(), range.lower(), range.upper()))
                                .orElse(DoubleStream.of(found.value()))),
                LEFT,
                RIGHT);
        double bottom = height - 22;
        for (double tick : scale.ticks(3)) {
            svg.line(scale.at(tick), 4, scale.at(tick), bottom, "gridline");
            svg.number(scale.at(tick), bottom + 16, "middle", "small", scale.tick(tick, 3));
        }
        for (Measurement measured : whole) {
            if (Double.isFinite(measured.value())) {
                svg.line(scale.at(measured.value()), 4, scale.at(measured.value()), bottom, "event");
            }
        }
        double y = 0;
        for (Measurement measured : whole) {
            row(svg, scale, y, "all rows", "strong", measured);
            y += LINE;
        }
        for (String column : columns) {
            svg.name(0, y + 16, "start", "small", column, NAME_COLUMNS);
            y += HEAD;
            for (Measurement part : parts) {
                if (slice(part).column().equals(column)) {
                    row(svg, scale, y, slice(part).value(), "", part);
                    y += LINE;
                }
            }
        }
        svg.end();
    }

    private static Slice slice(Measurement part) {
        return part.slice().orElseThrow();
    }

    private static void row(Svg svg, Scale scale, double top, String name, String kind, Measurement measured) {
        double y = top + LINE / 2;
        svg.name(LEFT - 10, y + 4, "end", kind, name, NAME_COLUMNS);
        measured.interval()
                .filter(range -> Double.isFinite(range.lower()) && Double.isFinite(range.upper()))
                .ifPresent(range -> {
                    svg.line(scale.at(range.lower()), y, scale.at(range.upper()), y, "whisker");
                    svg.line(scale.at(range.lower()), y - 4, scale.at(range.lower()), y + 4, "cap");
                    svg.line(scale.at(range.upper()), y - 4, scale.at(range.upper()), y + 4, "cap");
                });
        if (Double.isFinite(measured.value())) {
            svg.circle(
                    scale.at(measured.value()), y, 5, measured.rows() < FEW ? "dot few" : "dot", measured.toString());
        }
        svg.number(Svg.WIDTH, y - 1, "end", "strong", Numbers.of(measured.value()));
        svg.number(Svg.WIDTH, y + 13, "end", "small", Numbers.count(measured.rows(), "row", "rows"));
    }
}
