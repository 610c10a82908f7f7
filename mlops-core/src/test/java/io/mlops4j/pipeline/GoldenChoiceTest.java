package io.mlops4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenChoiceTest {

    private static Dataset numbers(int from, int to) {
        Schema schema =
                Schema.of("numbers", List.of(Column.of("x", ColumnType.NUMERIC).nullable(true)));
        double[] values = IntStream.range(from, to)
                .mapToDouble(i -> i == 75 ? Double.NaN : i)
                .toArray();
        return Dataset.of(schema, List.of(NumericValues.wrap(values)));
    }

    private static double[] chosen(Dataset test, Dataset training) {
        return ((NumericValues) GoldenChoice.from(test, training).values("x")).toArray();
    }

    @Test
    void areSpreadOverTheTestRows() {
        assertThat(chosen(numbers(1000, 1640), numbers(0, 50)))
                .hasSize(64)
                .startsWith(1000, 1010, 1020)
                .endsWith(1630);
    }

    @Test
    void includeARowWithAMissingValue() {
        assertThat(chosen(numbers(0, 640), numbers(0, 1))).hasSize(65).contains(70, Double.NaN, 80);
    }

    @Test
    void areTestRowsAsLongAsThereAreThirtyTwo() {
        assertThat(chosen(numbers(1000, 1032), numbers(0, 500))).hasSize(32).startsWith(1000);
    }

    @Test
    void areTrainingRowsWhereTheTestHasFewer() {
        assertThat(chosen(numbers(1000, 1031), numbers(0, 500))).hasSize(65).startsWith(0);
    }

    @Test
    void areOfBothWhereBothHaveFewer() {
        assertThat(chosen(numbers(0, 20), numbers(100, 120)))
                .hasSize(40)
                .startsWith(0, 1)
                .endsWith(118, 119);
    }

    @Test
    void areAllThereIsInATinyDataSet() {
        assertThat(chosen(numbers(0, 3), numbers(10, 12))).containsExactly(0, 1, 2, 10, 11);
    }
}
