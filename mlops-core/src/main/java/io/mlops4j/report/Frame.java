package io.mlops4j.report;

/** The axes of a fixed picture of two numbers. */
final class Frame {

    private static final double LEFT = 44;
    private static final double RIGHT = 328;
    private static final double TOP = 8;

    private final Svg svg;
    private final Scale across;
    private final Scale down;

    private Frame(Svg svg, Scale across, Scale down) {
        this.svg = svg;
        this.across = across;
        this.down = down;
    }

    /** Draws axes for numbers of two ranges; what lies between 0 and the given pixel of height is inside. */
    static Frame draw(Svg svg, Scale across, Scale down, double bottom, String acrossTitle, String downTitle) {
        Scale x = new Scale(across.low(), across.high(), LEFT, RIGHT);
        Scale y = new Scale(down.low(), down.high(), bottom, TOP);
        for (double tick : y.ticks(5)) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), "gridline");
            svg.number(LEFT - 6, y.at(tick) + 4, "end", "small", y.tick(tick, 5));
        }
        for (double tick : x.ticks(5)) {
            svg.line(x.at(tick), bottom, x.at(tick), bottom + 4, "axis");
            svg.number(x.at(tick), bottom + 17, "middle", "small", x.tick(tick, 5));
        }
        svg.line(LEFT, bottom, RIGHT, bottom, "axis");
        svg.text((LEFT + RIGHT) / 2, bottom + 34, "middle", "", acrossTitle);
        svg.text(LEFT + 4, TOP + 10, "start", "small", downTitle);
        return new Frame(svg, x, y);
    }

    static Scale unit() {
        return new Scale(0, 1, 0, 1);
    }

    double x(double value) {
        return across.within(value);
    }

    double y(double value) {
        return down.within(value);
    }

    Svg.Point point(double x, double y) {
        return new Svg.Point(x(x), y(y));
    }

    void diagonal() {
        double low = Math.max(across.low(), down.low());
        double high = Math.min(across.high(), down.high());
        if (low < high) {
            svg.line(x(low), y(low), x(high), y(high), "diagonal");
        }
    }
}
