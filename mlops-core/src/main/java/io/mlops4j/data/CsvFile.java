package io.mlops4j.data;

import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import java.lang.invoke.MethodHandles;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of delimited text and how it is read. Immutable: each option gives a new one.
 *
 * <p>Columns are found by the names in the header; further ones are ignored. Empty lines are skipped. A field is read by the
 * type of its column:
 *
 * <ul>
 *   <li>numbers as in {@code -12.5e3}, finite, integers up to 2^53; no {@code NaN}, {@code Infinity} or {@code 0x1p3}, unless
 *       it is declared as {@linkplain #missing missing};
 *   <li>booleans as {@code true} or {@code false}, {@code 1} or {@code 0}, {@code yes} or {@code no}, in any case;
 *   <li>timestamps as in ISO 8601 with an offset, {@code 2024-05-31T12:00:00Z}, or without one if a {@linkplain #zone zone} is
 *       declared; a mere date is the start of that day in UTC, as a {@code LocalDate} in a record is;
 *   <li>categories and texts as they are.
 * </ul>
 *
 * <p>Blanks around numbers, booleans and timestamps do not count. A row is broken, and counted against what is
 * {@linkplain #tolerate(long) tolerated}, if a wanted field cannot be read so, is missing in a column that is not nullable,
 * has more than 262,144 characters, NUL or bytes that are not UTF-8, or if the row has more or fewer fields than the header.
 * A row whose quotes are broken ends the reading whatever is tolerated, because nobody knows where the next row begins.
 */
public final class CsvFile {

    private final CsvOptions options;

    CsvFile(CsvOptions options) {
        this.options = options;
    }

    /**
     * What stands between fields; a comma unless said otherwise.
     *
     * @param delimiter any character but a quote or a line break
     * @return the file read so
     */
    public CsvFile delimiter(char delimiter) {
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException("A quote or a line break cannot stand between fields.");
        }
        return new CsvFile(options.withDelimiter(delimiter));
    }

    /**
     * Which fields count as missing; the empty one unless said otherwise.
     *
     * @param tokens all such texts; the empty field is missing only if {@code ""} is among them
     * @return the file read so
     */
    public CsvFile missing(String... tokens) {
        return new CsvFile(options.withMissing(Set.copyOf(List.of(tokens))));
    }

    /**
     * Leaves out blanks at the start and the end of all fields and names, not only of numbers.
     *
     * @return the file read so
     */
    public CsvFile trim() {
        return new CsvFile(options.withTrim());
    }

    /**
     * Names the columns of a file that has no header: its first line is a row already.
     *
     * @param names the names of all columns of the file, in order
     * @return the file read so
     */
    public CsvFile columns(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("columns() needs the names of all columns of the file.");
        }
        return new CsvFile(options.withColumns(List.of(names)));
    }

    /**
     * The zone of timestamps that name none. Without it such a row is broken. A time that a change of the clocks left out is
     * taken after the gap, one that came twice is the first.
     *
     * @param zone the zone
     * @return the file read so
     */
    public CsvFile zone(ZoneId zone) {
        return new CsvFile(options.withZone(zone));
    }

    /**
     * How many broken rows may be left out; none unless said otherwise.
     *
     * @param rows at least 0
     * @return the file read so
     */
    public CsvFile tolerate(long rows) {
        return new CsvFile(options.withTolerance(new Tolerance.Rows(rows)));
    }

    /**
     * Which share of all rows may be left out because they are broken. Whether it was more is known at the end of the file.
     *
     * @param share the share
     * @return the file read so
     */
    public CsvFile tolerate(Percent share) {
        return new CsvFile(options.withTolerance(new Tolerance.Share(share)));
    }

    /**
     * How many rows a batch has; 65,536 unless said otherwise.
     *
     * @param rows at least 1
     * @return the file read so
     */
    public CsvFile batchRows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A batch has at least 1 row, not " + rows + ".");
        }
        return new CsvFile(options.withBatchRows(rows));
    }

    /**
     * The file as a source for a model whose input is a record.
     *
     * @param record a record as {@link Rows#of(Class)} takes it
     * @param <I> the record
     * @return the source
     * @throws io.mlops4j.api.error.SchemaException if the record cannot be read
     */
    public <I> DataSource<I> rows(Class<I> record) {
        return rows(Rows.of(record));
    }

    /**
     * The file as a source for a model whose input is a record that only the caller may see.
     *
     * @param record a record as {@link Rows#of(Class, MethodHandles.Lookup)} takes it
     * @param lookup the caller's own: {@code MethodHandles.lookup()}
     * @param <I> the record
     * @return the source
     * @throws io.mlops4j.api.error.SchemaException if the record cannot be read
     */
    public <I> DataSource<I> rows(Class<I> record, MethodHandles.Lookup lookup) {
        return rows(Rows.of(record, lookup));
    }

    /**
     * The file as a source for a model with inputs of any type.
     *
     * @param reader reads an input at prediction time; its columns are read from the file
     * @param <I> the type of an input
     * @return the source
     */
    public <I> DataSource<I> rows(RowReader<I> reader) {
        return new CsvSource<>(options, reader);
    }

    /**
     * The file as a source for a model whose input is a map from column names to values.
     *
     * @param schema the columns to read
     * @return the source
     */
    public DataSource<Map<String, ?>> rows(Schema schema) {
        return rows(Rows.maps(schema));
    }

    @Override
    public String toString() {
        return options.name();
    }
}
