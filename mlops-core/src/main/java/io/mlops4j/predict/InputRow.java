package io.mlops4j.predict;

import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.predict.InputColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One row as plans see it. {@link #number}, {@link #code} and {@link #text} check a value and count it if it is unusual:
 * every plan reads each column of a row once by them, unless it knows that nothing in the row is unusual. The others only
 * look.
 */
final class InputRow implements Place {

    /** What is added to a code, so that unseen and missing are indices too. */
    static final int SHIFT = 2;

    /** The index of a category that the training rows did not have. */
    static final int UNSEEN = Dictionary.UNSEEN + SHIFT;

    /** The index of a missing category. */
    static final int MISSING = Dictionary.MISSING + SHIFT;

    /** Stands for a row that came alone. */
    private static final int SINGLE = -1;

    private final RowBuffer buffer;
    private final InputLayout layout;
    private final InputGuard guard;
    private final int[] numberPositions;
    private final int[] categoryPositions;
    private int line = SINGLE;

    InputRow(InputLayout layout, InputGuard guard) {
        this.layout = layout;
        this.guard = guard;
        this.buffer = layout.newBuffer();
        this.numberPositions = layout.numberPositions;
        this.categoryPositions = layout.categoryPositions;
    }

    /** Where the values are written. */
    RowBuffer buffer() {
        return buffer;
    }

    /** Says which row of a batch this is, for messages. */
    void line(int row) {
        line = row;
    }

    /** A number, finite or NaN for missing. */
    double number(int index) {
        double value = buffer.number(numberPositions[index]);
        return Math.abs(value) <= Double.MAX_VALUE ? value : unusual(index, value);
    }

    private double unusual(int index, double value) {
        boolean missing = layout.nanIsMissing[index] && Double.isNaN(value);
        guard.unusual(layout.numbers[index], value, missing, this);
        return Double.NaN;
    }

    /** The number again. */
    double sameNumber(int index) {
        double value = buffer.number(numberPositions[index]);
        return Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN;
    }

    /** The code of a category, plus {@link #SHIFT}. */
    int code(int index) {
        int code = buffer.code(categoryPositions[index]);
        if (code < 0) {
            unusual(index, code);
        }
        return code + SHIFT;
    }

    /** The code again. */
    int sameCode(int index) {
        return buffer.code(categoryPositions[index]) + SHIFT;
    }

    private void unusual(int index, int code) {
        if (code == Dictionary.UNSEEN) {
            guard.unseen(layout.categories[index]);
        } else {
            guard.missing(layout.categories[index], this);
        }
    }

    /** Checks and counts a text. */
    void text(int index) {
        if (buffer.text(layout.textPositions[index]) == null) {
            guard.missing(layout.texts[index], this);
        }
    }

    /** Checks and counts all categories. */
    void checkCategories() {
        for (int i = 0; i < categoryPositions.length; i++) {
            code(i);
        }
    }

    /** Checks and counts all columns. */
    void check() {
        for (int i = 0; i < numberPositions.length; i++) {
            number(i);
        }
        checkCategories();
        for (int i = 0; i < layout.texts.length; i++) {
            text(i);
        }
    }

    /** The name or the text of a column that is not a number, again. */
    @Nullable
    String sameText(InputColumn column) {
        return column.kind() == Kind.TEXT
                ? buffer.text(layout.textPositions[column.index()])
                : buffer.category(categoryPositions[column.index()]);
    }

    @Override
    public String in(InputColumn column) {
        return line == SINGLE ? Place.of(layout.name(), column) : Place.of(layout.name(), line, column);
    }
}
