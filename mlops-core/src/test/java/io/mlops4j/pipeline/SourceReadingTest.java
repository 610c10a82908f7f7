package io.mlops4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.data.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SourceReadingTest {

    private static final Schema BIRDS =
            Schema.of("Bird", Column.of("mass", ColumnType.NUMERIC), Column.of("island", ColumnType.CATEGORICAL));

    /** A source that fills the arrays of its batches itself. */
    private record OwnSource(List<Dataset> batches) implements DataSource<Map<String, ?>> {

        @Override
        public RowReader<Map<String, ?>> rows() {
            return Rows.maps(BIRDS);
        }

        @Override
        public Batches open(Schema wanted) {
            Iterator<Dataset> left = batches.iterator();
            return new Batches() {
                @Override
                public @Nullable Dataset next() {
                    return left.hasNext() ? left.next() : null;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public String name() {
            return "birds of one's own";
        }
    }

    private static Dataset batch(double[] masses, int... islands) {
        return Dataset.of(
                BIRDS,
                List.of(
                        NumericValues.wrap(masses),
                        CategoricalValues.wrap(islands, Dictionary.of(List.of("Biscoe", "Dream")))));
    }

    private static final Dataset SOUND = batch(new double[] {5000, 3500}, 0, 1);

    @Test
    @Tag("T14")
    void aNumberThatIsNoneIsRefusedInAColumnThatIsNotNullable() {
        OwnSource source = new OwnSource(List.of(SOUND, batch(new double[] {5100, Double.NaN}, 0, 1)));

        assertThatThrownBy(() -> SourceReading.of(source, BIRDS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("birds of one's own, row 3, column 'mass': the value is missing, but the column is not"
                        + " nullable. Give a value, or declare the column nullable and impute it.");
    }

    @Test
    @Tag("T14")
    void anInfiniteNumberIsRefusedInAColumnThatIsNotNullable() {
        OwnSource source = new OwnSource(List.of(batch(new double[] {Double.NEGATIVE_INFINITY}, 0)));

        assertThatThrownBy(() -> SourceReading.of(source, BIRDS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("birds of one's own, row 0, column 'mass': the number is infinite");
    }

    @Test
    @Tag("T15")
    void aMissingCategoryIsRefusedInAColumnThatIsNotNullable() {
        OwnSource source = new OwnSource(List.of(SOUND, batch(new double[] {5100}, Dictionary.MISSING)));

        assertThatThrownBy(() -> SourceReading.of(source, BIRDS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("birds of one's own, row 2, column 'island': the value is missing");
    }

    @Test
    void whatMayBeMissingIsRead() {
        Schema nullable = BIRDS.with(Column.of("mass", ColumnType.NUMERIC).nullable(true));
        OwnSource source = new OwnSource(List.of(SOUND, batch(new double[] {5100, Double.NaN}, 0, 1)));

        assertThat(SourceReading.of(source, nullable).rows().size()).isEqualTo(4);
    }
}
