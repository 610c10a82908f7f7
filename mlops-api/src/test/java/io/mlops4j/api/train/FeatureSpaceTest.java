package io.mlops4j.api.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.train.FeatureSpace.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSpaceTest {

    @Test
    void numbersTheFeaturesOfPreparedData() {
        Dataset prepared = Dataset.of(
                Schema.of(
                        "prepared",
                        Column.of("age", ColumnType.NUMERIC),
                        Column.of("id", ColumnType.NUMERIC).as(Role.KEY),
                        Column.of("sex", ColumnType.SPARSE),
                        Column.of("alone", ColumnType.BOOLEAN)),
                List.of(
                        NumericValues.wrap(new double[] {1}),
                        NumericValues.wrap(new double[] {7}),
                        SparseValues.wrap(List.of("sex=f", "sex=m"), new int[] {0, 1}, new int[] {1}, new double[] {1}),
                        NumericValues.wrap(new double[] {0})));

        FeatureSpace space = FeatureSpace.of(prepared);

        assertThat(space.blocks())
                .containsExactly(
                        new Block("age", false, 0, List.of("age")),
                        new Block("sex", true, 1, List.of("sex=f", "sex=m")),
                        new Block("alone", false, 3, List.of("alone")));
        assertThat(space.size()).isEqualTo(4);
        assertThat(space.names()).containsExactly("age", "sex=f", "sex=m", "alone");
    }

    @Test
    void refusesAFeatureThatIsNoNumber() {
        Dataset raw = Dataset.of(
                Schema.of("raw", Column.of("sex", ColumnType.CATEGORICAL)),
                List.of(CategoricalValues.wrap(new int[] {0}, Dictionary.of(List.of("f")))));

        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> FeatureSpace.of(raw))
                .withMessageContaining("sex: categorical is not a number; encode it");
    }

    @Test
    void mayBeEmpty() {
        assertThat(new FeatureSpace(List.of()).size()).isZero();
        assertThat(new FeatureSpace(List.of(new Block("words", true, 0, List.of()))).size())
                .isZero();
    }

    @Test
    void refusesBlocksThatLeaveAGapOrOverlap() {
        Block age = new Block("age", false, 0, List.of("age"));

        for (int offset : new int[] {0, 2, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FeatureSpace(List.of(age, new Block("sex", true, offset, List.of("f", "m")))))
                    .withMessageContaining("The features of column 'sex' do not start at 1");
        }
    }

    @Test
    void refusesADenseColumnOfSeveralFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureSpace(List.of(new Block("age", false, 0, List.of("a", "b")))));
    }
}
