package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RowReader} has to do. A reader that is written by hand inherits the tests:
 *
 * <pre>{@code
 * class PassengerReaderTest extends RowReaderContract<Passenger> {
 *
 *     @Override
 *     protected RowReader<Passenger> reader() {
 *         return new PassengerReader();
 *     }
 *
 *     @Override
 *     protected List<Passenger> samples() {
 *         return List.of(new Passenger("female", 29.0), new Passenger("male", null));
 *     }
 * }
 * }</pre>
 *
 * @param <I> the type of a row
 */
public abstract class RowReaderContract<I> {

    private static final int THREADS = 4;
    private static final int ROUNDS = 200;

    /** For subclasses. */
    protected RowReaderContract() {}

    /**
     * The reader under test.
     *
     * @return a reader; a new one each time, or always the same
     */
    protected abstract RowReader<I> reader();

    /**
     * Rows to read.
     *
     * @return rows that differ from each other in every column; where a column is nullable, one row misses it
     */
    protected abstract List<I> samples();

    @Test
    void alwaysHasTheSameSchema() {
        RowReader<I> reader = reader();
        Schema before = reader.schema();
        samples().forEach(row -> reader.read(row, new RowBuffer(before)));
        assertThat(reader.schema()).isEqualTo(before);
        assertThat(reader().schema()).isEqualTo(before);
    }

    @Test
    void writesEveryColumnOfEveryRow() {
        RowReader<I> reader = reader();
        for (I row : samples()) {
            RowBuffer one = Stains.buffer(reader.schema(), 1);
            RowBuffer other = Stains.buffer(reader.schema(), 2);
            reader.read(row, one);
            reader.read(row, other);
            assertThat(cells(one))
                    .as("what two buffers with other old values hold of " + row)
                    .isEqualTo(cells(other));
        }
    }

    @Test
    void writesTheSameRowTwiceTheSame() {
        RowReader<I> reader = reader();
        for (I row : samples()) {
            assertThat(read(reader, row)).as("read again: " + row).isEqualTo(read(reader, row));
            assertThat(read(reader(), row)).as("another reader: " + row).isEqualTo(read(reader, row));
        }
    }

    @Test
    void tellsTheSampleRowsApartInEveryColumn() {
        Dataset rows = Dataset.of(reader(), samples());
        for (Column column : rows.schema().columns()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                values.add(Cells.at(rows.values(column.name()), row));
            }
            assertThat(values.stream().distinct().count())
                    .as("different values of column '" + column.name() + "' in " + values)
                    .isGreaterThan(1);
        }
    }

    @Test
    void neverMissesAValueOfAColumnThatIsDeclaredComplete() {
        Dataset rows = Dataset.of(reader(), samples());
        for (Column column : rows.schema().columns()) {
            if (!column.nullable()) {
                MlopsAssertions.assertThat(rows)
                        .as(column + " is not declared as nullable")
                        .hasNoMissing(column.name());
            }
        }
    }

    @Test
    void servesManyThreads() throws Exception {
        RowReader<I> reader = reader();
        Dataset expected = Dataset.of(reader, samples());
        List<Boolean> right = Concurrently.call(THREADS, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                if (Cells.difference(expected, Dataset.of(reader, samples())).isPresent()) {
                    return false;
                }
            }
            return true;
        });
        assertThat(right).as("whether each thread read the right rows").containsOnly(true);
    }

    private List<@Nullable Object> read(RowReader<I> reader, I row) {
        RowBuffer buffer = new RowBuffer(reader.schema());
        buffer.clear();
        reader.read(row, buffer);
        return cells(buffer);
    }

    private static List<@Nullable Object> cells(RowBuffer buffer) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int column = 0; column < buffer.schema().size(); column++) {
            cells.add(Stains.cell(buffer, column));
        }
        return cells;
    }
}
