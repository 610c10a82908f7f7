package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names of a file's columns. */
final class CsvHeader {

    private static final char[] USUAL_DELIMITERS = {';', '\t', '|', ','};

    private final String file;
    private final List<String> names;

    CsvHeader(String file, List<String> names) {
        this.file = file;
        this.names = List.copyOf(names);
    }

    int size() {
        return names.size();
    }

    /** A field of a row, as messages call it. */
    String describe(int field) {
        return field < names.size() ? "column '" + Excerpt.of(names.get(field)) + "'" : "field " + (field + 1);
    }

    /** For each field of the file the position of its column among the wanted, or -1. */
    int[] positionsIn(Schema wanted) {
        int[] positions = new int[names.size()];
        Arrays.fill(positions, -1);
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.columns().get(i).name();
            int field = names.indexOf(name);
            if (field < 0) {
                problems.add(absent(name));
            } else if (names.lastIndexOf(name) != field) {
                problems.add(file + ": the column '" + name + "' stands twice in the header, as field " + (field + 1)
                        + " and field " + (names.lastIndexOf(name) + 1) + ". Rename one of them.");
            } else {
                positions[field] = i;
            }
        }
        if (!problems.isEmpty()) {
            refuseOtherDelimiter();
        }
        if (problems.size() == 1) {
            throw new InvalidDataException(problems.get(0));
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(
                    file + ": the header does not have what " + wanted.name() + " needs", problems);
        }
        return positions;
    }

    /** A header that is one long name needs another delimiter, and no hint at every column. */
    private void refuseOtherDelimiter() {
        for (char delimiter : USUAL_DELIMITERS) {
            if (names.size() == 1 && names.get(0).indexOf(delimiter) >= 0) {
                throw new InvalidDataException(file + ": the header is a single name, '" + Excerpt.of(names.get(0))
                        + "'. Say delimiter('" + (delimiter == '\t' ? "\\t" : delimiter)
                        + "') if that is what stands between fields.");
            }
        }
    }

    /** The schema knows how to name what was probably meant. */
    private String absent(String name) {
        List<Column> found = names.stream()
                .filter(header -> !header.isBlank())
                .map(Excerpt::of)
                .distinct()
                .map(header -> Column.of(header, ColumnType.TEXT))
                .toList();
        try {
            Schema.of(file, found).position(name);
            return "no column '" + name + "' in " + file + ".";
        } catch (SchemaException e) {
            return e.differences().get(0);
        }
    }
}
