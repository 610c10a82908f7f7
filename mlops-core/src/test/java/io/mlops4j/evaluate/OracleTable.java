package io.mlops4j.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The text of a CSV file in columns, missing cells as null, as pandas 1.5 reads it. */
final class OracleTable {

    private static final Set<String> MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "n/a",
            "nan",
            "null");

    private final Map<String, List<String>> columns = new HashMap<>();
    private int rows;

    static OracleTable read(Path file) throws IOException {
        OracleTable table = new OracleTable();
        List<List<String>> cells = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord record : reader) {
                for (int field = 0; field < record.getFieldCount(); field++) {
                    String cell = record.getField(field);
                    if (header) {
                        List<String> column = new ArrayList<>();
                        cells.add(column);
                        table.columns.put(cell, column);
                    } else {
                        cells.get(field).add(MISSING.contains(cell) ? null : cell);
                    }
                }
                table.rows += header ? 0 : 1;
                header = false;
            }
        }
        return table;
    }

    int rows() {
        return rows;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    List<String> text(String column) {
        List<String> cells = columns.get(column);
        if (cells == null) {
            throw new IllegalArgumentException("There is no column '" + column + "', only " + columns.keySet() + ".");
        }
        return cells;
    }

    /** The first of these columns that is there. */
    List<String> text(String column, String other) {
        return text(has(column) ? column : other);
    }

    double[] numbers(String column) {
        return text(column).stream().mapToDouble(OracleTable::number).toArray();
    }

    static double number(String cell) {
        if (cell == null) {
            return Double.NaN;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
