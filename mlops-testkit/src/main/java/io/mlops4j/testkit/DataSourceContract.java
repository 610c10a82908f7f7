package io.mlops4j.testkit;

import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DataSource} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class PassengerSourceTest extends DataSourceContract<Passenger> {
 *
 *     @Override
 *     protected DataSource<Passenger> source() {
 *         return new PassengerSource(Path.of("src/test/resources/passengers.txt"));
 *     }
 * }
 * }</pre>
 *
 * @param <I> the type of a row at prediction time
 */
public abstract class DataSourceContract<I> {

    private static final String UNKNOWN = "no_such_column";

    /** For subclasses. */
    protected DataSourceContract() {}

    /**
     * The source under test.
     *
     * @return a source of at least two rows without broken ones; the same rows each time
     */
    protected abstract DataSource<I> source();

    /**
     * The columns that are read.
     *
     * @return those of a row at prediction time; override it to read more of them, such as the target
     */
    protected Schema wanted() {
        return source().rows().schema();
    }

    @Test
    void givesAtLeastTwoRows() {
        assertThat(source().read(wanted()).size())
                .as("rows, of which this contract needs two")
                .isGreaterThan(1);
    }

    @Test
    void readsTheSameRowsTwice() {
        DataSource<I> source = source();
        Dataset once = source.read(wanted());
        assertThat(source.read(wanted())).as("read again").hasSameContentAs(once);
        assertThat(source().read(wanted())).as("another source").hasSameContentAs(once);
    }

    @Test
    void batchesAddUpToTheWhole() {
        DataSource<I> source = source();
        List<Dataset> parts = new ArrayList<>();
        try (Batches batches = source.open(wanted())) {
            for (Dataset batch = batches.next(); batch != null; batch = batches.next()) {
                assertThat(batch.size()).as("rows of batch " + parts.size()).isPositive();
                assertThat(batch.schema())
                        .as("columns of batch " + parts.size())
                        .isEqualTo(wanted());
                parts.add(batch);
            }
            assertThat(batches.next()).as("a batch after the end").isNull();
        }
        Dataset whole = source.read(wanted());
        int from = 0;
        for (Dataset part : parts) {
            assertThat(part).as("batch from row " + from).hasSameContentAs(whole.rows(range(from, from + part.size())));
            from += part.size();
        }
        assertThat(from).as("rows of all batches").isEqualTo(whole.size());
    }

    @Test
    void keepsTheWantedOrderOfTheColumns() {
        List<Column> turned = new ArrayList<>(wanted().columns());
        Collections.reverse(turned);
        Schema backwards = Schema.of(wanted().name(), turned);
        assertThat(source().read(backwards))
                .hasSameContentAs(source().read(wanted()).columns(backwards));
    }

    @Test
    void readsEachColumnAlone() {
        Dataset whole = source().read(wanted());
        for (Column column : wanted().columns()) {
            Schema alone = Schema.of(wanted().name(), column);
            assertThat(source().read(alone)).as(column.name() + " alone").hasSameContentAs(whole.columns(alone));
        }
    }

    @Test
    void hasTheColumnsOfARowAtPredictionTime() {
        Schema rows = source().rows().schema();
        assertThat(source().read(rows).schema()).isEqualTo(rows);
        assertThat(source().rows().schema()).as("the schema, asked again").isEqualTo(rows);
    }

    @Test
    void neverMissesAValueOfAColumnThatIsDeclaredComplete() {
        Dataset rows = source().read(wanted());
        for (Column column : wanted().columns()) {
            if (!column.nullable()) {
                assertThat(rows).as(column + " is not declared as nullable").hasNoMissing(column.name());
            }
        }
    }

    @Test
    void refusesAnUnknownColumnByItsName() {
        DataSource<I> source = source();
        Schema more = wanted().with(Column.of(UNKNOWN, ColumnType.NUMERIC).nullable(true));
        Refusal.of(
                        "an unknown column",
                        InvalidDataException.class,
                        () -> source.open(more).close())
                .contains(UNKNOWN);
    }

    @Test
    void canBeClosedTwice() {
        Batches batches = source().open(wanted());
        while (batches.next() != null) {
            assertThat(batches.rejected().count()).as("rejected rows").isZero();
        }
        batches.close();
        batches.close();
    }

    @Test
    void canBeClosedBeforeTheEndAndReadAgain() {
        DataSource<I> source = source();
        source.open(wanted()).close();
        Batches begun = source.open(wanted());
        begun.next();
        begun.close();
        assertThat(source.read(wanted())).hasSameContentAs(source().read(wanted()));
    }

    @Test
    void twoReadersDoNotDisturbEachOther() {
        DataSource<I> source = source();
        try (Batches first = source.open(wanted());
                Batches second = source.open(wanted())) {
            for (Dataset ours = first.next(); ours != null; ours = first.next()) {
                Dataset theirs = second.next();
                assertThat(theirs).as("the second reader's batch").isNotNull();
                assertThat(theirs).hasSameContentAs(ours);
            }
            assertThat(second.next())
                    .as("the second reader's batch after the end")
                    .isNull();
        }
    }

    @Test
    void hasANameWithoutTheSecretsOfAPlace() {
        String name = source().name();
        assertThat(name)
                .as("the name of the source")
                .isNotBlank()
                .doesNotContain("/", "\\")
                .doesNotContainPattern("\\p{Cntrl}")
                .isEqualTo(source().name());
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
