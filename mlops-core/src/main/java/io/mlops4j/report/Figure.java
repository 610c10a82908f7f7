package io.mlops4j.report;

import java.util.function.Consumer;

/** A picture with what it shows above it. */
final class Figure {

    private Figure() {}

    static void write(HtmlWriter out, String title, String note, Consumer<HtmlWriter> content) {
        out.open("figure").open("figcaption");
        out.open("h3").name(title).close();
        if (!note.isEmpty()) {
            out.leaf("p", note);
        }
        out.close();
        content.accept(out);
        out.close();
    }

    /** A figure that says why there is no picture. */
    static void absent(HtmlWriter out, String title, String why) {
        write(out, title, "", html -> html.leaf("p", why, "class", "note"));
    }
}
