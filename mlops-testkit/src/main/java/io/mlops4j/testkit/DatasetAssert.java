package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about rows in columns.
 *
 * <pre>{@code
 * assertThat(rows).hasRows(344).hasColumns("species", "island", "bill_length").hasNoMissing("species");
 * assertThat(rows).column("island").hasOnly("Biscoe", "Dream", "Torgersen");
 * }</pre>
 */
public final class DatasetAssert extends AbstractMlopsAssert<DatasetAssert, Dataset> {

    DatasetAssert(@Nullable Dataset actual) {
        super(actual, DatasetAssert.class);
    }

    /**
     * There are so many rows.
     *
     * @param rows how many
     * @return this
     */
    public DatasetAssert hasRows(int rows) {
        isNotNull();
        return require(actual.size() == rows, () -> "Expected " + rows + " rows, but there are " + actual.size());
    }

    /**
     * There are these columns, in this order, and no others.
     *
     * @param names their names
     * @return this
     */
    public DatasetAssert hasColumns(String... names) {
        isNotNull();
        List<String> found =
                actual.schema().columns().stream().map(Column::name).toList();
        return require(
                found.equals(List.of(names)),
                () -> "Expected the columns " + Arrays.toString(names) + ", but they are " + found);
    }

    /**
     * No value of these columns is missing.
     *
     * @param names the columns; none means all
     * @return this
     */
    public DatasetAssert hasNoMissing(String... names) {
        isNotNull();
        List<String> chosen = names.length > 0
                ? List.of(names)
                : actual.schema().columns().stream().map(Column::name).toList();
        chosen.forEach(name -> column(name).hasNoMissing());
        return this;
    }

    /**
     * Every cell is the same as in other rows, numbers bit by bit; roles, nullability and the codes of categories do
     * not count.
     *
     * @param expected the other rows
     * @return this
     */
    public DatasetAssert hasSameContentAs(Dataset expected) {
        isNotNull();
        Optional<String> difference = Cells.difference(expected, actual);
        return require(
                difference.isEmpty(), () -> "Expected the same content, but " + difference.orElse("") + "\n" + actual);
    }

    /**
     * Goes on to one column, which has to be there.
     *
     * @param name its name
     * @return assertions about its values
     */
    public ColumnAssert column(String name) {
        isNotNull();
        require(
                actual.schema().contains(name),
                () -> "Expected a column '" + name + "', but there are only "
                        + actual.schema().describe());
        return new ColumnAssert(actual.schema().column(name), actual.values(name)).as(descriptionText());
    }
}
