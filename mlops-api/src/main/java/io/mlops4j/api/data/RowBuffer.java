package io.mlops4j.api.data;

import io.mlops4j.api.error.InvalidDataException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way into a data set or a model: for each column a number, a code, a text or a time.
 *
 * <p>A {@link RowReader} writes every column of its schema, by position, for each row. Writing makes no object. Not safe
 * for use by several threads at once.
 */
public final class RowBuffer {

    /** The largest integer up to which a double holds every one. */
    private static final long EXACT = 1L << 53;

    /** How many digits of a refused integer a message shows. */
    private static final int LONGEST = 40;

    private final Schema schema;
    private final double[] numbers;
    private final int[] codes;
    private final @Nullable String[] texts;
    private final long[] times;
    private final Dictionary[] dictionaries;

    /**
     * A buffer that looks categories up in dictionaries.
     *
     * @param schema the columns
     * @param dictionaries one a column; an empty one where the column is not categorical, or its names are to be kept as text
     */
    public RowBuffer(Schema schema, List<Dictionary> dictionaries) {
        if (dictionaries.size() != schema.size()) {
            throw new IllegalArgumentException(
                    schema.size() + " columns need as many dictionaries, not " + dictionaries.size() + ".");
        }
        this.schema = schema;
        this.numbers = new double[schema.size()];
        this.codes = new int[schema.size()];
        this.texts = new String[schema.size()];
        this.times = new long[schema.size()];
        this.dictionaries = dictionaries.toArray(Dictionary[]::new);
        clear();
    }

    /**
     * A buffer that keeps the names of categories as text.
     *
     * @param schema the columns
     */
    public RowBuffer(Schema schema) {
        this(schema, java.util.Collections.nCopies(schema.size(), Dictionary.empty()));
    }

    /**
     * The columns of the rows that this buffer takes.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /** Makes every column missing. */
    public void clear() {
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(codes, Dictionary.MISSING);
        Arrays.fill(texts, null);
        Arrays.fill(times, TimestampValues.MISSING);
    }

    /**
     * Writes a number.
     *
     * @param column the position of a numeric column
     * @param value the number, NaN if it is missing
     */
    public void number(int column, double value) {
        numbers[column] = value;
    }

    /**
     * Writes an integer.
     *
     * @param column the position of a numeric column
     * @param value an integer that a {@code double} holds exactly, up to 2^53
     * @throws InvalidDataException if the integer is larger
     */
    public void number(int column, long value) {
        if (value > EXACT || value < -EXACT) {
            throw tooLarge(column, value);
        }
        numbers[column] = value;
    }

    /**
     * Writes a number that may be missing.
     *
     * @param column the position of a numeric column
     * @param value the number, or null if it is missing; of a kind with more digits than a {@code double}, the nearest
     *     {@code double} is taken
     * @throws InvalidDataException if it is an integer beyond 2^53
     */
    public void number(int column, @Nullable Number value) {
        if (value == null) {
            numbers[column] = Double.NaN;
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            number(column, value.longValue());
        } else if (value instanceof BigInteger integer && integer.bitLength() >= Long.SIZE) {
            throw tooLarge(column, integer);
        } else if (value instanceof BigInteger integer) {
            number(column, integer.longValue());
        } else {
            numbers[column] = value.doubleValue();
        }
    }

    /**
     * Writes true or false.
     *
     * @param column the position of a boolean column
     * @param value the value
     */
    public void flag(int column, boolean value) {
        numbers[column] = value ? 1 : 0;
    }

    /**
     * Writes true or false, or that it is missing.
     *
     * @param column the position of a boolean column
     * @param value the value, or null if it is missing
     */
    public void flag(int column, @Nullable Boolean value) {
        numbers[column] = value == null ? Double.NaN : value ? 1 : 0;
    }

    /**
     * Writes a category.
     *
     * @param column the position of a categorical column
     * @param value its name, or null if it is missing
     */
    public void category(int column, @Nullable String value) {
        int code = dictionaries[column].code(value);
        codes[column] = code;
        if (code < 0) {
            texts[column] = value;
        }
    }

    /**
     * Writes a category by the name of an enum's constant.
     *
     * @param column the position of a categorical column
     * @param value the constant, or null if it is missing
     */
    public void category(int column, @Nullable Enum<?> value) {
        category(column, value == null ? null : value.name());
    }

    /**
     * Writes a category by its code.
     *
     * @param column the position of a categorical column
     * @param code a code of the dictionary that this buffer was given for the column, or {@link Dictionary#MISSING}
     */
    public void code(int column, int code) {
        codes[column] = Objects.checkIndex(code + 1, dictionaries[column].size() + 1) - 1;
    }

    /**
     * Writes free text.
     *
     * @param column the position of a text column
     * @param value the text, or null if it is missing
     */
    public void text(int column, @Nullable String value) {
        texts[column] = value;
    }

    /**
     * Writes an instant.
     *
     * @param column the position of a timestamp column
     * @param nanos UTC nanoseconds since the epoch, {@link TimestampValues#MISSING} if it is missing
     */
    public void time(int column, long nanos) {
        times[column] = nanos;
    }

    /**
     * Writes an instant.
     *
     * @param column the position of a timestamp column
     * @param value the instant, or null if it is missing
     * @throws InvalidDataException if it is outside the years 1677 to 2262
     */
    public void time(int column, @Nullable Instant value) {
        try {
            times[column] = value == null ? TimestampValues.MISSING : TimestampValues.nanos(value);
        } catch (ArithmeticException e) {
            throw new InvalidDataException(where(column) + ": " + value + " is outside the years 1677 to 2262.", e);
        }
    }

    /**
     * Writes a date, as the instant at which it starts in UTC.
     *
     * @param column the position of a timestamp column
     * @param value the date, or null if it is missing
     * @throws InvalidDataException if it is outside the years 1677 to 2262
     */
    public void time(int column, @Nullable LocalDate value) {
        time(column, value == null ? null : value.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * Makes one column missing, whatever its type.
     *
     * @param column the position of a column
     */
    public void missing(int column) {
        numbers[column] = Double.NaN;
        codes[column] = Dictionary.MISSING;
        texts[column] = null;
        times[column] = TimestampValues.MISSING;
    }

    /**
     * The number that was written.
     *
     * @param column the position of a numeric or boolean column
     * @return the number, NaN if it is missing
     */
    public double number(int column) {
        return numbers[column];
    }

    /**
     * The code of the category that was written.
     *
     * @param column the position of a categorical column
     * @return its code, {@link Dictionary#MISSING}, or {@link Dictionary#UNSEEN}, in which case {@link #text} has the name
     */
    public int code(int column) {
        return codes[column];
    }

    /**
     * The text that was written: of a text column, or of a category that the dictionary does not know.
     *
     * @param column the position of a column
     * @return the text, or null if it is missing
     */
    public @Nullable String text(int column) {
        return texts[column];
    }

    /**
     * The name of the category that was written.
     *
     * @param column the position of a categorical column
     * @return its name, known or not, or null if it is missing
     */
    public @Nullable String category(int column) {
        int code = codes[column];
        return code == Dictionary.UNSEEN ? texts[column] : dictionaries[column].name(code);
    }

    /**
     * The instant that was written.
     *
     * @param column the position of a timestamp column
     * @return UTC nanoseconds since the epoch, {@link TimestampValues#MISSING} if it is missing
     */
    public long time(int column) {
        return times[column];
    }

    private InvalidDataException tooLarge(int column, Number value) {
        String digits = value.toString();
        return new InvalidDataException(where(column) + ": the integer "
                + (digits.length() <= LONGEST ? digits : digits.substring(0, LONGEST) + "…")
                + " is beyond 2^53 and cannot be held exactly. Pass it as text, or scale it.");
    }

    private String where(int column) {
        return schema.name() + ", column '" + schema.columns().get(column).name() + "'";
    }
}
