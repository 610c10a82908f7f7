package io.mlops4j.report;

import io.mlops4j.api.check.NumericProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often numbers occur, in bars of one width. The outer bars also hold what lies beyond them.
 *
 * @param low where the first bar begins
 * @param high where the last bar ends
 * @param shares the share of each bar
 * @param clipped whether the outer bars hold more than they show
 */
record Histogram(double low, double high, List<Double> shares, boolean clipped) {

    private static final int BARS = 24;
    private static final double LONG_TAIL = 4;
    private static final double AXIS = 24;
    private static final double LEFT = 6;
    private static final double RIGHT = 334;

    /** Of sorted finite numbers. */
    static Histogram of(double[] sorted) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double[] bars = new double[BARS];
        for (double value : sorted) {
            bars[bar(value, low, high)] += 1.0 / sorted.length;
        }
        return new Histogram(low, high, Arrays.stream(bars).boxed().toList(), false);
    }

    /**
     * Of what a profile keeps: the rows between two quantiles are spread evenly between them. A long tail is cut off at the
     * last quantile, or the rest would be one bar.
     */
    static Histogram of(NumericProfile profile) {
        double first = profile.quantile(0.01);
        double last = profile.quantile(0.99);
        boolean clipped = last > first && profile.max() - profile.min() > LONG_TAIL * (last - first);
        double low = clipped ? first : profile.min();
        double high = clipped ? last : profile.max();
        double[] bars = new double[BARS];
        double from = profile.min();
        double level = 0;
        for (int i = 0; i <= NumericProfile.LEVELS.size(); i++) {
            boolean end = i == NumericProfile.LEVELS.size();
            double to = end ? profile.max() : profile.quantiles().get(i);
            double next = end ? 1 : NumericProfile.LEVELS.get(i);
            spread(bars, low, high, from, to, next - level);
            from = to;
            level = next;
        }
        return new Histogram(low, high, Arrays.stream(bars).boxed().toList(), clipped);
    }

    private static void spread(double[] bars, double low, double high, double from, double to, double share) {
        int first = bar(from, low, high);
        int last = bar(to, low, high);
        double width = (high - low) / BARS;
        if (first == last || !(to > from)) {
            bars[last] += share;
            return;
        }
        for (int bar = first; bar <= last; bar++) {
            double begin = bar == first ? from : low + bar * width;
            double end = bar == last ? to : low + (bar + 1) * width;
            bars[bar] += share * Math.max(0, end - begin) / (to - from);
        }
    }

    private static int bar(double value, double low, double high) {
        return high > low ? Math.max(0, Math.min(BARS - 1, (int) ((value - low) / (high - low) * BARS))) : BARS / 2;
    }

    void draw(HtmlWriter out, String name, double height) {
        Svg svg = Svg.fixed(
                out,
                height,
                "Histogram of " + name,
                "How often values between " + Numbers.of(low) + " and " + Numbers.of(high) + " occur.");
        double bottom = height - AXIS;
        double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double width = (RIGHT - LEFT) / shares.size();
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            if (share > 0) {
                double tall = Math.max(1, (bottom - 4) * share / most);
                svg.rect(
                        LEFT + i * width + 0.5,
                        bottom - tall,
                        width - 1,
                        tall,
                        "bar",
                        edge(i) + " to " + edge(i + 1) + ": " + Numbers.share(share));
            }
        }
        svg.line(LEFT, bottom, RIGHT, bottom, "axis");
        ends(svg, bottom + 16);
        svg.end();
    }

    private String edge(int bar) {
        return Numbers.of(low + (high - low) * bar / shares.size());
    }

    private void ends(Svg svg, double y) {
        if (high > low) {
            svg.number(LEFT, y, "start", "small", (clipped ? "≤ " : "") + Numbers.of(low));
            List<String> middle = new ArrayList<>();
            Scale scale = new Scale(low, high, LEFT, RIGHT);
            for (double tick : scale.ticks(4)) {
                double x = scale.at(tick);
                String text = scale.tick(tick, 4);
                if (x > LEFT + 70 && x < RIGHT - 70 && !middle.contains(text)) {
                    middle.add(text);
                    svg.number(x, y, "middle", "small", text);
                }
            }
            svg.number(RIGHT, y, "end", "small", (clipped ? "≥ " : "") + Numbers.of(high));
        } else {
            svg.number((LEFT + RIGHT) / 2, y, "middle", "small", Numbers.of(low));
        }
    }
}
