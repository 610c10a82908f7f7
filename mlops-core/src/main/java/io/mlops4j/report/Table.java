package io.mlops4j.report;

import java.util.List;
import java.util.function.Consumer;

/** A table that scrolls in its own box where it is too wide. Written row by row; the first cell of each is its header. */
final class Table {

    private final HtmlWriter out;
    private final List<Head> heads;
    private boolean inRow;
    private int cell;

    private Table(HtmlWriter out, List<Head> heads) {
        this.out = out;
        this.heads = heads;
    }

    /** The head of a column. */
    record Head(String title, String kind) {

        /** A column of names, each on one line. */
        static Head name(String title) {
            return new Head(title, "line");
        }

        /** A column of sentences. */
        static Head text(String title) {
            return new Head(title, "text");
        }

        /** A column of numbers. */
        static Head number(String title) {
            return new Head(title, "n");
        }
    }

    /** Begins a table; the label is for those who do not see what stands around it. */
    static Table begin(HtmlWriter out, String label, Head... heads) {
        out.open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0");
        out.open("table").open("thead").open("tr");
        for (Head head : heads) {
            out.leaf("th", head.title(), "scope", "col", "class", head.kind().equals("n") ? "n" : "");
        }
        out.close().close().open("tbody");
        return new Table(out, List.of(heads));
    }

    Table row() {
        endRow();
        out.open("tr");
        inRow = true;
        cell = 0;
        return this;
    }

    Table name(String name) {
        return cell(html -> html.name(name));
    }

    Table prose(String text) {
        return cell(html -> html.prose(text));
    }

    /** A number that was formatted here. */
    Table number(String number) {
        return cell(html -> {
            if (number.equals(Numbers.UNDEFINED)) {
                html.leaf("span", number, "class", "muted");
            } else {
                html.number(number);
            }
        });
    }

    Table cell(Consumer<HtmlWriter> content) {
        Head head = heads.get(cell);
        if (cell == 0) {
            out.open("th", "scope", "row", "class", head.kind());
        } else {
            out.open("td", "class", head.kind());
        }
        content.accept(out);
        out.close();
        cell++;
        return this;
    }

    void end() {
        endRow();
        out.close().close().close();
    }

    private void endRow() {
        if (inRow) {
            out.close();
        }
    }
}
