package io.mlops4j.data;

import io.mlops4j.api.error.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the names from the first line of a file, within limits. */
final class CsvHeaderFields implements FieldSink {

    private static final int MOST_COLUMNS = 1 << 14;
    private static final int LONGEST_NAME = 1 << 10;

    private final String file;
    private final boolean trim;
    private final List<String> names = new ArrayList<>();
    private @Nullable String problem;

    CsvHeaderFields(String file, boolean trim) {
        this.file = file;
        this.trim = trim;
    }

    @Override
    public void beginRow(long line) {}

    @Override
    public void field(int index, char[] text, int from, int to) {
        if (index >= MOST_COLUMNS) {
            problem = "has more than " + MOST_COLUMNS + " columns";
        } else if (to - from > LONGEST_NAME) {
            problem = "has a name of more than " + LONGEST_NAME + " characters as field " + (index + 1);
        } else if (!SoundText.is(text, from, to)) {
            problem = "has NUL or bytes that are not UTF-8 in field " + (index + 1) + ", '" + Excerpt.of(text, from, to)
                    + "'";
        } else {
            String name = new String(text, from, to - from);
            names.add(trim ? name.strip() : name);
        }
    }

    @Override
    public void endRow(int fields) {}

    CsvHeader header() {
        if (problem != null) {
            throw new InvalidDataException(file + ", line 1: the header " + problem
                    + ". Is this a CSV file in UTF-8, with that" + " delimiter and a header?");
        }
        if (names.isEmpty()) {
            throw new InvalidDataException(file + " is empty, expected a header with the names of the columns.");
        }
        return new CsvHeader(file, names);
    }
}
