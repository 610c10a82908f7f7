package io.mlops4j.report;

import java.util.List;

/**
 * A picture in the page. A fixed one has a size of its own and shrinks with its place; in a fluid one all that lies across is a
 * percentage, so that it fills its place while its text keeps its size. What lies down is always in pixels.
 */
final class Svg {

    /** The width of fixed pictures, which fits a phone. */
    static final double WIDTH = 340;

    private final HtmlWriter out;
    private final String unit;
    private final double height;

    private Svg(HtmlWriter out, String unit, double height) {
        this.out = out;
        this.unit = unit;
        this.height = height;
    }

    /** A point of a line. */
    record Point(double x, double y) {}

    /** Begins a picture of its own size; title and description are for those who do not see it. */
    static Svg fixed(HtmlWriter out, double height, String title, String description) {
        return begin(
                out,
                "",
                height,
                title,
                description,
                "viewBox",
                "0 0 " + number(WIDTH) + " " + number(height),
                "width",
                number(WIDTH));
    }

    /** Begins a picture that is as wide as its place, whose x goes from 0 to 100. */
    static Svg fluid(HtmlWriter out, double height, String title, String description) {
        return begin(out, "%", height, title, description, "class", "fluid");
    }

    private static Svg begin(
            HtmlWriter out, String unit, double height, String title, String description, String... attributes) {
        String id = out.freshId();
        String[] all = new String[attributes.length + 6];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        System.arraycopy(
                new String[] {"height", number(height), "role", "img", "aria-labelledby", id + "t " + id + "d"},
                0,
                all,
                attributes.length,
                6);
        out.open("svg", all);
        out.leaf("title", title, "id", id + "t");
        out.leaf("desc", description, "id", id + "d");
        return new Svg(out, unit, height);
    }

    private static String number(double value) {
        return Numbers.coordinate(value);
    }

    private String across(double value) {
        return Numbers.coordinate(value) + unit;
    }

    Svg line(double x1, double y1, double x2, double y2, String kind) {
        out.empty("line", "x1", across(x1), "y1", number(y1), "x2", across(x2), "y2", number(y2), "class", kind);
        return this;
    }

    Svg rect(double x, double y, double width, double height, String kind, String title) {
        shape(
                title,
                "rect",
                "x",
                across(x),
                "y",
                number(y),
                "width",
                across(Math.max(0, width)),
                "height",
                number(Math.max(0, height)),
                "class",
                kind);
        return this;
    }

    Svg circle(double x, double y, double radius, String kind, String title) {
        shape(title, "circle", "cx", across(x), "cy", number(y), "r", number(radius), "class", kind);
        return this;
    }

    /** A diamond, for what has to differ from a circle by more than its colour. */
    Svg diamond(double x, double y, double radius, String kind, String title) {
        out.open("svg", "x", across(x), "y", number(y), "width", "1", "height", "1", "overflow", "visible");
        String r = number(radius);
        shape(title, "path", "d", "M0 -" + r + "L" + r + " 0L0 " + r + "L-" + r + " 0Z", "class", kind);
        out.close();
        return this;
    }

    private void shape(String title, String element, String... attributes) {
        if (title.isEmpty()) {
            out.empty(element, attributes);
        } else {
            out.open(element, attributes).leaf("title", title).close();
        }
    }

    /** A broken line through points. */
    Svg path(List<Point> points, String kind) {
        return outline(points, "path " + kind, "");
    }

    /** The area inside points. */
    Svg area(List<Point> points, String kind) {
        return outline(points, kind, "Z");
    }

    private Svg outline(List<Point> points, String kind, String end) {
        StringBuilder data = new StringBuilder();
        for (Point point : points) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        boolean fluid = !unit.isEmpty();
        if (fluid) { // a path knows no percentages: it is drawn in a square that is stretched, its stroke is not
            out.open(
                    "svg",
                    "width",
                    "100%",
                    "height",
                    number(height),
                    "viewBox",
                    "0 0 100 " + number(height),
                    "preserveAspectRatio",
                    "none");
        }
        out.empty("path", "d", data + end, "class", kind);
        if (fluid) {
            out.close();
        }
        return this;
    }

    /** Text that was made here or by others. */
    Svg text(double x, double y, String anchor, String kind, String text) {
        return text(x, y, anchor, kind, text, "");
    }

    /** Text that was cut, with the whole of it. */
    Svg text(double x, double y, String anchor, String kind, String text, String title) {
        openText(x, y, anchor, kind, title);
        out.text(text).close();
        return this;
    }

    /** A number that was formatted here. */
    Svg number(double x, double y, String anchor, String kind, String number) {
        openText(x, y, anchor, kind, "");
        out.number(number).close();
        return this;
    }

    private void openText(double x, double y, String anchor, String kind, String title) {
        out.open("text", "x", across(x), "y", number(y), "text-anchor", anchor, "class", kind);
        if (!title.isEmpty()) {
            out.leaf("title", title);
        }
    }

    /** A name in a column so wide; if it does not fit, the whole of it is its title. */
    Svg name(double x, double y, String anchor, String kind, String name, int columns) {
        String shown = Legible.fit(name, columns);
        return text(x, y, anchor, kind, shown, shown.equals(name) ? "" : name);
    }

    /** Text in the middle of a box, of which what does not fit is cut off. */
    Svg boxed(double x, double y, double width, double height, String kind, String text) {
        out.open("svg", "x", across(x), "y", number(y), "width", across(width), "height", number(height));
        out.leaf("text", text, "x", "50%", "y", number(height / 2 + 4), "text-anchor", "middle", "class", kind);
        out.close();
        return this;
    }

    void end() {
        out.close();
    }
}
