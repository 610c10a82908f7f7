package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the wanted fields of each row into a data set, and counts the rows that are broken. */
final class CsvRows implements FieldSink {

    private final String file;
    private final Schema wanted;
    private final CsvHeader header;
    private final int[] positions;
    private final CsvField[] fields;
    private final RowErrors errors;

    private DatasetBuilder builder;
    private long line;
    private @Nullable String problem;

    CsvRows(CsvOptions options, Schema wanted, CsvHeader header) {
        this.file = options.name();
        this.wanted = wanted;
        this.header = header;
        this.positions = header.positionsIn(wanted);
        this.errors = new RowErrors(file, options.tolerance());
        this.builder = Dataset.builder(wanted);
        this.fields = new CsvField[wanted.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new CsvField(i, wanted.columns().get(i), options);
        }
    }

    void beginBatch() {
        builder = Dataset.builder(wanted);
    }

    int batchSize() {
        return errors.tooMany() ? 0 : builder.size();
    }

    Dataset batch() {
        return builder.build();
    }

    RowErrors errors() {
        return errors;
    }

    @Override
    public void beginRow(long startingLine) {
        line = startingLine;
        problem = null;
    }

    @Override
    public void field(int index, char[] text, int from, int to) {
        int position = index < positions.length ? positions[index] : -1;
        if (position < 0 || problem != null) {
            return;
        }
        String expected = fields[position].read(text, from, to, builder.row());
        if (expected != null) {
            problem = found(wanted.columns().get(position), text, from, to, expected);
        }
    }

    @Override
    public void endRow(int count) {
        if (count != header.size()) {
            // fields have shifted, so this is the cause of whatever was found before
            problem = "found " + count + (count == 1 ? " field" : " fields") + ", expected " + header.size()
                    + " as in the header";
        }
        if (problem != null) {
            errors.broken(file + ", line " + line + (count == header.size() ? ", " : ": ") + problem + ".");
            builder.row().clear();
        } else if (errors.tooMany()) {
            errors.good();
            builder.row().clear();
        } else {
            errors.good();
            builder.add();
        }
    }

    private static String found(Column column, char[] text, int from, int to, String expected) {
        return "column '" + column.name() + "': found "
                + (from == to ? "an empty field" : "'" + Excerpt.of(text, from, to) + "'") + ", expected " + expected;
    }
}
