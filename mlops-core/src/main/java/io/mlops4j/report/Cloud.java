package io.mlops4j.report;

import java.util.TreeMap;

/** Many points: each by itself as long as they are few, else how many lie in each square, so that the page stays small. */
final class Cloud {

    private static final int SINGLE = 400;
    private static final int SQUARES = 44;
    private static final int DEPTHS = 5;

    private final double[] across;
    private final double[] down;

    Cloud(double[] across, double[] down) {
        this.across = across;
        this.down = down;
    }

    void draw(Svg svg, Scale x, Scale y, Frame frame) {
        if (across.length <= SINGLE) {
            for (int i = 0; i < across.length; i++) {
                if (drawn(i)) {
                    svg.circle(frame.x(across[i]), frame.y(down[i]), 2.5, "dot bare", "");
                }
            }
            return;
        }
        squares(svg, x, y, frame);
    }

    private void squares(Svg svg, Scale x, Scale y, Frame frame) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < across.length; i++) {
            if (drawn(i)) {
                counts.merge(square(x, across[i]) * SQUARES + square(y, down[i]), 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        counts.forEach((place, count) -> {
            double left = frame.x(edge(x, place / SQUARES));
            double right = frame.x(edge(x, place / SQUARES + 1));
            double bottom = frame.y(edge(y, place % SQUARES));
            double top = frame.y(edge(y, place % SQUARES + 1));
            svg.rect(
                    left,
                    top,
                    right - left,
                    bottom - top,
                    "bar d" + depth(count, most),
                    Numbers.count(count, "row", "rows"));
        });
    }

    private boolean drawn(int i) {
        return Double.isFinite(across[i]) && Double.isFinite(down[i]);
    }

    /** By the logarithm: else only the crowd would be seen. */
    private static int depth(int count, int most) {
        return most == 1
                ? DEPTHS
                : 1 + (int) Math.min(DEPTHS - 1.0, DEPTHS * StrictMath.log(count) / StrictMath.log(most));
    }

    private static int square(Scale scale, double value) {
        return Math.max(
                0, Math.min(SQUARES - 1, (int) ((value - scale.low()) / (scale.high() - scale.low()) * SQUARES)));
    }

    private static double edge(Scale scale, int square) {
        return scale.low() + (scale.high() - scale.low()) * square / SQUARES;
    }
}
