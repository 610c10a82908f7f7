package io.mlops4j.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenRowsTest {

    private final Dataset rows = Dataset.of(
            Schema.of("rows", Column.of("x", ColumnType.NUMERIC)), List.of(NumericValues.wrap(new double[] {1, 2})));

    @Test
    void givesBackRowsAndAnswers() {
        GoldenRows golden = new GoldenRows(rows, 2, new double[] {0.25, 0.75, 0.5, 0.5});

        assertThat(golden.inputs()).isSameAs(rows);
        assertThat(golden.outputs()).isEqualTo(2);
        assertThat(golden.answers()).containsExactly(0.25, 0.75, 0.5, 0.5);
        assertThat(golden).hasToString("2 golden rows, first answers [0.25, 0.75]");
    }

    @Test
    void nobodyChangesItFromOutside() {
        double[] answers = {1, 2};
        GoldenRows golden = new GoldenRows(rows, 1, answers);
        answers[0] = 9;
        golden.answers()[1] = 9;

        assertThat(golden.answers()).containsExactly(1, 2);
    }

    @Test
    void refusesAnswersThatDoNotFitTheRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GoldenRows(rows, 2, new double[3]))
                .withMessageContaining("2 golden rows with 2 outputs need as many answers, not 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new GoldenRows(rows, 0, new double[0]));
        // 2 · 2^31 wraps around to 0 in 32 bits
        assertThatIllegalArgumentException().isThrownBy(() -> new GoldenRows(rows, Integer.MIN_VALUE, new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new GoldenRows(rows, 1 << 30, new double[0]));
    }
}
