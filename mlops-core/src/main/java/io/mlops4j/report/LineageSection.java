package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import java.util.Collection;

/** Where a model comes from: what the bundle says of it, line by line. */
final class LineageSection {

    private final Table table;

    private LineageSection(Table table) {
        this.table = table;
    }

    static void write(HtmlWriter out, Bundle bundle) {
        out.open("div", "class", "card");
        Table table = Table.begin(out, "Lineage", Table.Head.name("what"), Table.Head.text("value"));
        LineageSection lines = new LineageSection(table);
        lines.line("bundle.sha256", bundle.digest());
        lines.line("bundle.bytes", bundle.content().size());
        LineageLines.each(bundle.lineage(), lines::line);
        table.end();
        out.close();
    }

    private void line(String name, Object value) {
        table.row().name(name).cell(html -> value(html, value));
    }

    /** A value of the lineage. */
    static void value(HtmlWriter html, Object value) {
        if (value instanceof Collection<?> several) {
            list(html, several);
        } else if (value instanceof Number number) {
            html.number(number(number));
        } else if (value instanceof String text && isDigest(text)) {
            html.open("code").prose(text).close();
        } else {
            html.prose(value.toString());
        }
    }

    private static void list(HtmlWriter html, Collection<?> several) {
        if (several.isEmpty()) {
            html.leaf("span", "none", "class", "muted");
        }
        boolean first = true;
        for (Object each : several) {
            if (!first) {
                html.empty("br");
            }
            html.prose(String.valueOf(each));
            first = false;
        }
    }

    static String number(Number number) {
        return number instanceof Double || number instanceof Float
                ? Numbers.typed(number.doubleValue())
                : number.toString();
    }

    private static boolean isDigest(String text) {
        return text.length() >= 32 && text.chars().allMatch(unit -> Character.digit(unit, 16) >= 0);
    }
}
