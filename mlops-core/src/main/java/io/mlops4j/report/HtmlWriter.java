package io.mlops4j.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a document whose elements are closed in order. There is no way to write mark-up as text: every text and every value
 * of an attribute is escaped. The document is well-formed as XML, too.
 */
final class HtmlWriter {

    /** How much of a name is shown; the rest is in its title. */
    private static final int LONGEST_NAME = 48;

    private static final int LONGEST_PROSE = 1000;

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private int ids;

    /** Opens an element; attributes are names and values by turns. */
    HtmlWriter open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    HtmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        if (open.size() <= 3) { // lines between the larger parts are enough
            out.append('\n');
        }
        return this;
    }

    /** An element without content. */
    HtmlWriter empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element with nothing but text in it. */
    HtmlWriter leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty() || attributes[i].equals("alt")) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(Legible.of(attributes[i + 1]));
                out.append('"');
            }
        }
    }

    /** Text of whatever origin. */
    HtmlWriter text(String text) {
        escape(Legible.guarded(text));
        return this;
    }

    /** A number that was formatted here, which may be negative and stay one. */
    HtmlWriter number(String number) {
        escape(number);
        return this;
    }

    /** A name given by others; if it is very long, the whole of it is in the title. */
    HtmlWriter name(String name) {
        String shown = Legible.fit(name, LONGEST_NAME);
        return shown.equals(name)
                ? leaf("bdi", name)
                : open("bdi", "title", name).text(shown).close();
    }

    /** A sentence given by others, with its lines. */
    HtmlWriter prose(String text) {
        String shown = Legible.fit(text, LONGEST_PROSE);
        open("bdi", "title", shown.equals(text) ? "" : text);
        String between = "";
        for (String line : shown.split("\\R", -1)) {
            if (!between.isEmpty()) {
                empty(between);
            }
            text(line);
            between = "br";
        }
        return close();
    }

    /** The one style sheet, which is ours. */
    HtmlWriter style(String sheet) {
        out.append("<style>").append(sheet).append("</style>\n");
        return this;
    }

    /** A name for an element that no other element of the page has. */
    String freshId() {
        return "i" + ++ids;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(unit);
            }
        }
    }

    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return out.toString();
    }
}
