package io.mlops4j.report;

import java.util.List;

/** What the lines or shapes of a picture stand for. */
final class Legend {

    private Legend() {}

    /** One line: whose, and a number that belongs to it. */
    record Entry(String name, String number) {}

    /** One entry for each line, in the order of their classes. */
    static void lines(HtmlWriter out, List<Entry> entries) {
        out.open("ul", "class", "chips");
        for (int i = 0; i < entries.size(); i++) {
            out.open("li");
            out.open("svg", "width", "26", "height", "8", "aria-hidden", "true")
                    .empty("path", "d", "M1 4L25 4", "class", "path s" + i)
                    .close();
            out.open("span").name(entries.get(i).name()).text(" ");
            out.number(entries.get(i).number()).close();
            out.close();
        }
        out.close();
    }

    /** A shape with its meaning: the class of a rectangle, or one that begins with "dot". */
    static void shapes(HtmlWriter out, String... kindsAndMeanings) {
        out.open("ul", "class", "chips");
        for (int i = 0; i < kindsAndMeanings.length; i += 2) {
            String kind = kindsAndMeanings[i];
            out.open("li").open("svg", "width", "14", "height", "12", "aria-hidden", "true");
            if (kind.startsWith("dot")) {
                out.empty("circle", "cx", "7", "cy", "6", "r", "4.5", "class", kind);
            } else if (kind.startsWith("diamond")) {
                out.empty("path", "d", "M7 0.5L12.5 6L7 11.5L1.5 6Z", "class", kind.substring("diamond ".length()));
            } else if (kind.equals("event") || kind.equals("diagonal")) {
                out.empty("path", "d", "M7 0L7 12", "class", kind);
            } else {
                out.empty("rect", "x", "1", "y", "1.5", "width", "12", "height", "9", "class", kind);
            }
            out.close().leaf("span", kindsAndMeanings[i + 1]).close();
        }
        out.close();
    }
}
