package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws the tables of a database as they are, with what refers to what, as an SVG. */
final class SchemaPicture {

    /** Which tables stand below each other; one that is not here comes last. */
    private static final List<List<String>> PLACES = List.of(
            List.of("model", "version"),
            List.of("alias", "alias_move", "alias_policy", "key"),
            List.of("audit", "audit_head", "version_term", "version_metric"),
            List.of("blob", "blob_mark", "blob_generation", "blob_quarantine", "schema"));

    private static final String PREFIX = "mlops_";
    private static final int WIDTH = 215;
    private static final int GAP = 45;
    private static final int LINE = 17;
    private static final int MARGIN = 15;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private record Field(String name, String type, boolean key) {}

    private record Reference(int sequence, String from, String table, String to) {}

    private record Box(String name, int x, int y, List<Field> fields) {

        int height() {
            return (fields.size() + 1) * LINE + 10;
        }

        /** The middle of a line. */
        int line(String field) {
            int at = 0;
            while (!fields.get(at).name().equals(field)) {
                at++;
            }
            return y + (at + 1) * LINE + 14;
        }
    }

    static String of(Connection connection) throws SQLException {
        SchemaPicture picture = new SchemaPicture();
        DatabaseMetaData catalogue = connection.getMetaData();
        picture.place(tables(catalogue));
        picture.begin();
        for (Box box : picture.boxes.values()) {
            picture.draw(box);
        }
        for (Box box : picture.boxes.values()) {
            for (Reference reference : references(catalogue, box.name())) {
                picture.draw(box, reference);
            }
        }
        return picture.svg.append("</svg>\n").toString();
    }

    private static Map<String, List<Field>> tables(DatabaseMetaData catalogue) throws SQLException {
        Map<String, List<Field>> tables = new TreeMap<>();
        try (ResultSet rows = catalogue.getTables(null, null, PREFIX + "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.put(rows.getString("TABLE_NAME"), new ArrayList<>());
            }
        }
        for (Map.Entry<String, List<Field>> table : tables.entrySet()) {
            List<String> keys = new ArrayList<>();
            try (ResultSet rows = catalogue.getPrimaryKeys(null, null, table.getKey())) {
                while (rows.next()) {
                    keys.add(rows.getString("COLUMN_NAME"));
                }
            }
            try (ResultSet rows = catalogue.getColumns(null, null, table.getKey(), "%")) {
                while (rows.next()) {
                    String name = rows.getString("COLUMN_NAME");
                    String type = rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                    table.getValue().add(new Field(name, type, keys.contains(name)));
                }
            }
        }
        return tables;
    }

    private static List<Reference> references(DatabaseMetaData catalogue, String table) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (ResultSet rows = catalogue.getImportedKeys(null, null, table)) {
            while (rows.next()) {
                references.add(new Reference(
                        rows.getInt("KEY_SEQ"),
                        rows.getString("FKCOLUMN_NAME"),
                        rows.getString("PKTABLE_NAME"),
                        rows.getString("PKCOLUMN_NAME")));
            }
        }
        // of a key of several columns one arrow is enough
        return references.stream()
                .sorted(Comparator.comparing(Reference::sequence))
                .limit(1)
                .toList();
    }

    private void place(Map<String, List<Field>> tables) {
        List<List<String>> columns = new ArrayList<>();
        PLACES.forEach(column -> columns.add(
                new ArrayList<>(column.stream().map(name -> PREFIX + name).toList())));
        tables.keySet().stream()
                .filter(name -> columns.stream().noneMatch(column -> column.contains(name)))
                .forEach(columns.get(columns.size() - 1)::add);
        for (int i = 0; i < columns.size(); i++) {
            int y = MARGIN;
            for (String name : columns.get(i)) {
                Box box = new Box(name, MARGIN + i * (WIDTH + GAP), y, tables.getOrDefault(name, List.of()));
                boxes.put(name, box);
                y += box.height() + GAP / 2;
            }
        }
    }

    private void begin() {
        int width =
                boxes.values().stream().mapToInt(box -> box.x() + WIDTH).max().orElse(0) + MARGIN;
        int height = boxes.values().stream()
                        .mapToInt(box -> box.y() + box.height())
                        .max()
                        .orElse(0)
                + MARGIN;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12">
                <title>The tables of the registry</title>
                <style>
                .page { fill: #ffffff } .box { fill: #f6f8fa; stroke: #8c959f } .head { fill: #dbe7f6 }
                text { fill: #1f2328 } .type { fill: #59636e } .key { font-weight: bold }
                .link { fill: none; stroke: #0b5cad; stroke-width: 1.5 } .tip { fill: #0b5cad }
                @media (prefers-color-scheme: dark) {
                .page { fill: #0d1117 } .box { fill: #161b22; stroke: #6e7681 } .head { fill: #1c2f4a }
                text { fill: #e6edf3 } .type { fill: #9aa4af }
                .link { stroke: #6cb0f5 } .tip { fill: #6cb0f5 } }
                </style>
                <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
                orient="auto"><path class="tip" d="M0 0 L8 4 L0 8 z"/></marker></defs>
                <rect class="page" width="100%%" height="100%%"/>
                """.formatted(width, height, width, height));
    }

    private void draw(Box box) {
        rectangle("box", box.x(), box.y(), box.height());
        rectangle("head", box.x(), box.y(), LINE + 5);
        text("key", "start", box.x() + 8, box.y() + 16, box.name().substring(PREFIX.length()));
        for (Field field : box.fields()) {
            int y = box.line(field.name()) + 4;
            text(field.key() ? "key" : "", "start", box.x() + 8, y, field.name());
            text("type", "end", box.x() + WIDTH - 8, y, field.type());
        }
    }

    private void rectangle(String kind, int x, int y, int height) {
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                .formatted(kind, x, y, WIDTH, height));
    }

    private void text(String kind, String anchor, int x, int y, String text) {
        svg.append("<text class=\"%s\" text-anchor=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted(kind, anchor, x, y, text));
    }

    private void draw(Box box, Reference reference) {
        Box target = boxes.get(reference.table());
        int from = box.line(reference.from());
        int to = target.line(reference.to());
        String path = target.x() == box.x()
                ? "M%d %d h-8 V%d h8".formatted(box.x(), from, to)
                : "M%d %d C%d %d %d %d %d %d"
                        .formatted(
                                box.x(),
                                from,
                                box.x() - GAP / 2,
                                from,
                                target.x() + WIDTH + GAP / 2,
                                to,
                                target.x() + WIDTH,
                                to);
        svg.append("<path class=\"link\" marker-end=\"url(#tip)\" d=\"%s\"/>\n".formatted(path));
    }
}
