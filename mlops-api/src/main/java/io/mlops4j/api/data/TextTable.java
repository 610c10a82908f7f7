package io.mlops4j.api.data;

import java.util.ArrayList;
import java.util.List;

/** The first rows of a data set as a person would like to see them. */
final class TextTable {

    private static final int WIDEST = 24;

    private TextTable() {}

    static String of(Dataset data, int shown) {
        int rows = Math.min(shown, data.size());
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            List<String> cells = new ArrayList<>();
            cells.add(cut(data.schema().columns().get(i).name()));
            for (int row = 0; row < rows; row++) {
                String text = data.values(i).text(row);
                cells.add(text == null ? "·" : cut(text));
            }
            columns.add(cells);
        }
        StringBuilder table = new StringBuilder();
        table.append(data.schema().name())
                .append(": ")
                .append(data.size())
                .append(" rows × ")
                .append(data.schema().size())
                .append(" columns\n");
        for (int line = 0; line <= rows; line++) {
            for (List<String> cells : columns) {
                int width = cells.stream().mapToInt(String::length).max().orElse(0);
                String cell = cells.get(line);
                table.append(cell).append(" ".repeat(width - cell.length() + 2));
            }
            while (table.charAt(table.length() - 1) == ' ') {
                table.setLength(table.length() - 1);
            }
            table.append('\n');
        }
        if (rows < data.size()) {
            table.append("… ").append(data.size() - rows).append(" more\n");
        }
        return table.toString();
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "�");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }
}
