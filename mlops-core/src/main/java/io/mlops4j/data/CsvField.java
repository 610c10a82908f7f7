package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.RowBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one column. */
final class CsvField {

    /** Longer than any number or name, and a text that a model could use. */
    private static final int LONGEST = 1 << 18;

    private final boolean nullable;
    private final boolean trim;
    private final char[][] missing;
    private final FieldParser parser;

    CsvField(int position, Column column, CsvOptions options) {
        this.nullable = column.nullable();
        this.trim = options.trim() || (column.type() != ColumnType.CATEGORICAL && column.type() != ColumnType.TEXT);
        this.missing = options.missing().stream().map(String::toCharArray).toArray(char[][]::new);
        this.parser = switch (column.type()) {
            case NUMERIC -> new NumberField(position);
            case BOOLEAN -> new FlagField(position);
            case CATEGORICAL -> new CategoryField(position);
            case TEXT -> new TextField(position);
            case TIMESTAMP -> new TimestampField(position, options.zone());
            case SPARSE ->
                throw new IllegalArgumentException("Column " + column + " is made by preprocessing, not read.");
        };
    }

    /** Writes the value, and gives null; or writes nothing, and says what was expected. */
    @Nullable
    String read(char[] text, int from, int to, RowBuffer row) {
        int start = from;
        int end = to;
        if (trim) {
            while (start < end && blank(text[start])) {
                start++;
            }
            while (start < end && blank(text[end - 1])) {
                end--;
            }
        }
        if (end - start > LONGEST) {
            return "at most " + LONGEST + " characters instead of " + (end - start);
        }
        if (isMissing(text, start, end)) {
            return nullable ? null : "a value, because the column is not declared nullable (@Nullable, Optional)";
        }
        return parser.parse(text, start, end, row) ? null : parser.expected();
    }

    private boolean isMissing(char[] text, int from, int to) {
        for (char[] token : missing) {
            if (token.length == to - from && Arrays.equals(token, 0, token.length, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(char character) {
        return character == ' ' || character == '\t';
    }
}
