package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Split} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class FirstRowsTest extends SplitContract {
 *
 *     @Override
 *     protected Split split() {
 *         return new FirstRows(percent(80));
 *     }
 *
 *     @Override
 *     protected Dataset rows() {
 *         return penguins();
 *     }
 * }
 * }</pre>
 */
public abstract class SplitContract {

    /** Follows each row through the split; ignored by everybody. */
    private static final String NUMBER = "contract: number of the row";

    /** For subclasses. */
    protected SplitContract() {}

    /**
     * The split under test.
     *
     * @return an equal one each time, with the same seed if it has one
     */
    protected abstract Split split();

    /**
     * What is divided.
     *
     * @return rows enough for two parts; the same ones each time
     */
    protected abstract Dataset rows();

    /**
     * Columns with which it cannot work.
     *
     * @return empty if it needs no certain columns, unless overridden
     */
    protected Optional<Schema> unsuitable() {
        return Optional.empty();
    }

    private Dataset numbered() {
        Dataset rows = rows();
        double[] numbers = IntStream.range(0, rows.size()).asDoubleStream().toArray();
        return rows.with(Column.of(NUMBER, ColumnType.NUMERIC).as(Role.IGNORED), NumericValues.wrap(numbers));
    }

    private static List<Integer> numbers(Dataset part) {
        return Arrays.stream(part.numeric(NUMBER).toArray())
                .mapToInt(number -> (int) number)
                .boxed()
                .toList();
    }

    @Test
    void givesEachRowToExactlyOnePart() {
        Partition parts = split().split(numbered());
        List<Integer> training = numbers(parts.training());
        List<Integer> test = numbers(parts.test());
        assertThat(training.stream().filter(test::contains))
                .as("training rows that are test rows too")
                .isEmpty();
        assertThat(IntStream.concat(ints(training), ints(test)).sorted())
                .as("the rows of both parts")
                .containsExactlyElementsOf(
                        IntStream.range(0, rows().size()).boxed().toList());
    }

    private static IntStream ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue);
    }

    @Test
    void leavesNoPartEmpty() {
        Partition parts = split().split(rows());
        assertThat(parts.training().size()).as("training rows").isPositive();
        assertThat(parts.test().size()).as("test rows").isPositive();
    }

    @Test
    void keepsTheOrderOfTheRows() {
        Partition parts = split().split(numbered());
        assertThat(numbers(parts.training())).as("training rows").isSorted();
        assertThat(numbers(parts.test())).as("test rows").isSorted();
    }

    @Test
    void keepsEveryColumnAndValue() {
        Partition parts = split().split(numbered());
        for (Dataset part : List.of(parts.training(), parts.test())) {
            assertThat(part.schema()).isEqualTo(numbered().schema());
            int[] from = ints(numbers(part)).toArray();
            MlopsAssertions.assertThat(part).hasSameContentAs(numbered().rows(from));
        }
    }

    @Test
    @Tag("F34")
    void dividesTheSameRowsTheSameWay() {
        Split split = split();
        List<Integer> once = numbers(split.split(numbered()).training());
        assertThat(numbers(split.split(numbered()).training()))
                .as("by the same split again")
                .isEqualTo(once);
        assertThat(numbers(split().split(numbered()).training()))
                .as("by another split")
                .isEqualTo(once);
        int[] all = IntStream.range(0, rows().size()).toArray();
        assertThat(numbers(split().split(numbered().rows(all)).training()))
                .as("as a view")
                .isEqualTo(once);
    }

    @Test
    @Tag("T16")
    void refusesToLeaveAPartEmpty() {
        Split split = split();
        Refusal.of("one row", InvalidDataException.class, () -> split.split(rows().rows(new int[] {0})));
        Refusal.of("no rows", InvalidDataException.class, () -> split.split(rows().rows(new int[0])));
    }

    @Test
    void takesItsOwnColumns() {
        assertThatCode(() -> split().check(rows().schema())).doesNotThrowAnyException();
    }

    @Test
    void refusesColumnsWithWhichItCannotWork() {
        Split split = split();
        unsuitable()
                .ifPresent(
                        columns -> Refusal.of("unsuitable columns", SchemaException.class, () -> split.check(columns)));
    }

    @Test
    void saysHowItDivides() {
        assertThat(split().describe()).isNotBlank().isEqualTo(split().describe());
    }
}
