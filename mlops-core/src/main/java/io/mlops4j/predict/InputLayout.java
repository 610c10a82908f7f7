package io.mlops4j.predict;

import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.Schema;
import io.mlops4j.predict.InputColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where the columns that a model reads stand in a buffer that somebody else's columns are written to. */
final class InputLayout {

    final InputColumn[] numbers;
    final int[] numberPositions;
    /** Whether a NaN stands for a missing number; where none may be missing it is only a NaN. */
    final boolean[] nanIsMissing;

    final InputColumn[] categories;
    final int[] categoryPositions;

    final InputColumn[] texts;
    final int[] textPositions;

    private final Schema schema;
    private final List<Dictionary> dictionaries;

    /**
     * A layout.
     *
     * @param written the columns that are written
     * @param read the columns that are read; those that are not written stand behind the others, always missing
     */
    InputLayout(Schema written, List<InputColumn> read) {
        Schema all = written;
        for (InputColumn column : read) {
            if (!all.contains(column.name())) {
                all = all.with(column.column());
            }
        }
        schema = all;
        List<Dictionary> known = new ArrayList<>(Collections.nCopies(schema.size(), Dictionary.empty()));
        read.forEach(column -> known.set(schema.position(column.name()), column.dictionary()));
        dictionaries = List.copyOf(known);
        numbers = of(read, Kind.NUMBER);
        numberPositions = positions(numbers);
        nanIsMissing = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            nanIsMissing[i] = schema.columns().get(numberPositions[i]).nullable();
        }
        categories = of(read, Kind.CATEGORY);
        categoryPositions = positions(categories);
        texts = of(read, Kind.TEXT);
        textPositions = positions(texts);
    }

    private static InputColumn[] of(List<InputColumn> columns, Kind kind) {
        return columns.stream().filter(column -> column.kind() == kind).toArray(InputColumn[]::new);
    }

    private int[] positions(InputColumn[] columns) {
        return Arrays.stream(columns)
                .mapToInt(column -> schema.position(column.name()))
                .toArray();
    }

    /** What the rows are called. */
    String name() {
        return schema.name();
    }

    /** A buffer that knows the model's categories, with every column missing. */
    RowBuffer newBuffer() {
        RowBuffer buffer = new RowBuffer(schema, dictionaries);
        buffer.clear();
        return buffer;
    }
}
