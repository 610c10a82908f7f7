package io.mlops4j.report;

import java.util.function.Consumer;

/** The few numbers that are looked at first. */
final class Tiles {

    private final HtmlWriter out;

    private Tiles(HtmlWriter out) {
        this.out = out;
    }

    static Tiles begin(HtmlWriter out) {
        out.open("div", "class", "tiles");
        return new Tiles(out);
    }

    /** A number with what it is above and what belongs to it below. */
    Tiles tile(String title, String number, String below) {
        return tile(title, number, html -> html.leaf("p", below));
    }

    Tiles tile(String title, String number, Consumer<HtmlWriter> below) {
        out.open("div", "class", "tile");
        out.open("p").name(title).close();
        out.open("p", "class", number.equals(Numbers.UNDEFINED) ? "big word muted" : "big")
                .number(number)
                .close();
        below.accept(out);
        out.close();
        return this;
    }

    void end() {
        out.close();
    }
}
