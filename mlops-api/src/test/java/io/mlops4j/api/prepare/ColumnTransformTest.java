package io.mlops4j.api.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseSink;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.TextValues;
import io.mlops4j.api.data.Values;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ColumnTransformTest {

    private static final Column NUMBER = Column.of("x", ColumnType.NUMERIC);
    private static final Column CATEGORY = Column.of("x", ColumnType.CATEGORICAL);
    private static final Column SPARSE = Column.of("x", ColumnType.SPARSE);
    private static final CategoricalValues ROWS =
            CategoricalValues.wrap(new int[] {2, 0, Dictionary.MISSING, 2, 0}, Dictionary.of(List.of("a", "b", "c")));

    /** The letters of a text, each as a feature whose value is how often it comes. */
    private record Letters(List<String> features) implements ColumnMap.Sparse {

        Letters() {
            this(List.of("a", "b", "c"));
        }

        @Override
        public void apply(String value, SparseSink sink) {
            for (int i = 0; value != null && i < features.size(); i++) {
                char letter = features.get(i).charAt(0);
                long times = value.chars().filter(found -> found == letter).count();
                if (times > 0) {
                    sink.add(i, times);
                }
            }
        }
    }

    @Test
    void numbersAreMappedRowByRowAndMissingOnesToo() {
        ColumnMap.Numeric map = value -> Double.isNaN(value) ? -1 : value * 2;
        NumericValues rows = NumericValues.wrap(new double[] {1, Double.NaN, 3}).select(new int[] {2, 1});

        Values after = new ColumnTransform("x", NUMBER, map).apply(rows);

        assertThat(((NumericValues) after).toArray()).containsExactly(6, -1);
    }

    @Test
    void aCategoryIsMappedOnceAndOnlyIfARowHasIt() {
        List<String> asked = new ArrayList<>();
        ColumnMap.Category map = value -> {
            asked.add(value);
            return value == null ? "none" : "C";
        };

        CategoricalValues after = (CategoricalValues) new ColumnTransform("x", CATEGORY, map).apply(ROWS);

        assertThat(asked).containsExactly("c", "a", null);
        assertThat(texts(after)).containsExactly("C", "C", "none", "C", "C");
        assertThat(after.dictionary().names()).containsExactly("C", "none");
    }

    @Test
    void aCategoryMayBecomeMissing() {
        ColumnMap.Category map = value -> "a".equals(value) ? null : value;

        assertThat(texts(new ColumnTransform("x", CATEGORY, map).apply(ROWS)))
                .containsExactly("c", null, null, "c", null);
    }

    @Test
    void aCategoryIsEncodedOnceAndOnlyIfARowHasIt() {
        List<String> asked = new ArrayList<>();
        ColumnMap.Encoding map = value -> {
            asked.add(value);
            return value == null ? Double.NaN : value.charAt(0);
        };

        NumericValues after = (NumericValues) new ColumnTransform("x", NUMBER, map).apply(ROWS);

        assertThat(asked).containsExactly("c", "a", null);
        assertThat(after.toArray()).containsExactly('c', 'a', Double.NaN, 'c', 'a');
    }

    @Test
    void textIsEncodedRowByRow() {
        ColumnMap.Encoding map = value -> value == null ? -1 : value.length();
        TextValues rows = TextValues.wrap(new String[] {"abc", null, ""});

        NumericValues after = (NumericValues) new ColumnTransform("x", NUMBER, map).apply(rows);

        assertThat(after.toArray()).containsExactly(3, -1, 0);
    }

    @Test
    void aCategoryBecomesSparseFeaturesWhichItsRowsRepeat() {
        CategoricalValues rows = CategoricalValues.wrap(
                new int[] {0, 1, Dictionary.MISSING, 0, 1, 0}, Dictionary.of(List.of("cab", "bb")));

        assertThat(texts(new ColumnTransform("x", SPARSE, new Letters()).apply(rows)))
                .containsExactly("a b c", "b:2.0", "", "a b c", "b:2.0", "a b c");
    }

    @Test
    void textBecomesSparseFeaturesHoweverMany() {
        String[] rows = new String[100];
        java.util.Arrays.fill(rows, "abc");
        rows[50] = null;

        SparseValues after =
                (SparseValues) new ColumnTransform("x", SPARSE, new Letters()).apply(TextValues.wrap(rows));

        assertThat(after.features()).containsExactly("a", "b", "c");
        assertThat(after.count(49)).isEqualTo(3);
        assertThat(after.count(50)).isZero();
        assertThat(after.text(99)).isEqualTo("a b c");
    }

    @Test
    @Tag("T16")
    void noRowsGiveNoRows() {
        NumericValues none = NumericValues.wrap(new double[0]);
        CategoricalValues nobody = CategoricalValues.wrap(new int[0], Dictionary.empty());

        assertThat(new ColumnTransform("x", NUMBER, (ColumnMap.Numeric) value -> value)
                        .apply(none)
                        .size())
                .isZero();
        assertThat(new ColumnTransform("x", SPARSE, new Letters()).apply(nobody).size())
                .isZero();
    }

    @Test
    void theOutputColumnHasToHoldWhatTheMapGives() {
        ColumnMap.Numeric numeric = value -> value;
        ColumnMap.Category category = value -> value;
        ColumnMap.Encoding encoding = value -> 1;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnTransform("y", CATEGORY, numeric))
                .withMessage("The column x: categorical cannot hold what is made of 'y'.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ColumnTransform("y", NUMBER, category));
        assertThatIllegalArgumentException().isThrownBy(() -> new ColumnTransform("y", SPARSE, encoding));
        assertThatIllegalArgumentException().isThrownBy(() -> new ColumnTransform("y", NUMBER, new Letters()));
        assertThat(new ColumnTransform("y", NUMBER.as(ColumnType.BOOLEAN), encoding).map())
                .isSameAs(encoding);
    }

    private static List<String> texts(Values values) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            texts.add(values.text(row));
        }
        return texts;
    }
}
