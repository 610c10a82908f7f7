package io.mlops4j.report;

/** Writes a Markdown document in which texts of whatever origin stay text: nobody's name becomes mark-up, HTML or a link. */
final class MarkdownWriter {

    private static final String MARKS = "\\`*_{}[]()#|~!$<>&";

    private final StringBuilder out = new StringBuilder();

    MarkdownWriter heading(int level, String text) {
        out.append("#".repeat(level)).append(' ').append(escaped(text)).append("\n\n");
        return this;
    }

    MarkdownWriter paragraph(String text) {
        out.append(escaped(text)).append("\n\n");
        return this;
    }

    /** Begins a table; its rows are written cell by cell. */
    MarkdownWriter table(String... heads) {
        row();
        for (String head : heads) {
            text(head);
        }
        out.append("\n|").append(" --- |".repeat(heads.length));
        return this;
    }

    MarkdownWriter row() {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "|" : "\n|");
        return this;
    }

    /** A cell with a text of whatever origin. */
    MarkdownWriter text(String text) {
        return cell(escaped(text));
    }

    /** A cell with a number that was formatted here, which may be negative and stay one. */
    MarkdownWriter number(String number) {
        return cell(number);
    }

    private MarkdownWriter cell(String content) {
        out.append(' ').append(content).append(" |");
        return this;
    }

    /** Ends a table. */
    MarkdownWriter end() {
        out.append("\n\n");
        return this;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : Legible.guarded(text.replaceAll("\\R", " ")).toCharArray()) {
            if (unit == '<') {
                escaped.append("&lt;");
            } else if (unit == '>') {
                escaped.append("&gt;");
            } else if (unit == '&') {
                escaped.append("&amp;");
            } else {
                escaped.append(MARKS.indexOf(unit) >= 0 ? "\\" : "").append(unit);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
