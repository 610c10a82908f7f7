package io.mlops4j.predict;

import static io.mlops4j.predict.Passengers.LINEAR;
import static io.mlops4j.predict.Passengers.READER;
import static io.mlops4j.predict.Passengers.TREES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.predict.Passengers.Passenger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundModelTest {

    private final BoundModel<Passenger> linear = Passengers.compile(LINEAR).bind(READER);
    private final BoundModel<Passenger> trees = Passengers.compile(TREES).bind(READER);

    private static double logistic(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    @Test
    void linearModelsAreTheSumThatOneComputesByHand() {
        assertThat(linear.score(new Passenger("female", 40.0, 50, "S")))
                .isCloseTo(logistic(0.5 + 1 - 0.4 + 0.1 + 0.3), within(1e-15));
        assertThat(linear.score(new Passenger("male", null, 0, null)))
                .isCloseTo(logistic(0.5 - 1 - 0.3 + 0.1), within(1e-15));
    }

    @Test
    void treesAreTheLeavesThatOneFindsByHand() {
        assertThat(trees.score(new Passenger("female", 40.0, 99.99, "S"))).isCloseTo(logistic(1), within(1e-15));
        assertThat(trees.score(new Passenger("male", null, 100, null))).isCloseTo(logistic(-0.5), within(1e-15));
    }

    @Test
    @Tag("T15")
    void anUnseenCategoryIsTreatedByThePolicyOfItsStepAndCounted() {
        double unknownPort = linear.score(new Passenger("male", 30.0, 0, "Queenstown"));

        assertThat(unknownPort).as("no feature of the port").isCloseTo(logistic(0.5 - 1 - 0.3), within(1e-15));
        assertThat(trees.score(new Passenger("male", 30.0, 0, "Queenstown"))).isCloseTo(logistic(-1), within(1e-15));
        assertThat(linear.counts()).contains(new InputCounts("port", 0, 0, 1));
        assertThat(trees.counts()).contains(new InputCounts("port", 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s", "Ｓ", "S "})
    @Tag("T15")
    void aCategoryIsComparedCharacterByCharacter(String port) {
        linear.score(new Passenger("male", 30.0, 0, port));

        assertThat(linear.counts()).contains(new InputCounts("port", 0, 0, 1));
    }

    @Test
    @Tag("T15")
    void aCategoryThatThePolicyRefusesIsRefusedAndTheNextRowIsScored() {
        for (BoundModel<Passenger> model : List.of(linear, trees)) {
            assertThatThrownBy(() -> model.score(new Passenger("unknown", 30.0, 0, "S")))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("'unknown'");
            assertThat(model.score(new Passenger("male", 30.0, 0, "S"))).isBetween(0.0, 1.0);
        }
    }

    @Test
    void whatAReaderDoesNotWriteIsMissingAndNotThatOfTheRowBefore() {
        RowReader<Passenger> lazy = new RowReader<>() {
            @Override
            public Schema schema() {
                return Passengers.SCHEMA;
            }

            @Override
            public void read(Passenger row, RowBuffer buffer) {
                buffer.category(0, row.sex());
                buffer.number(2, row.fare());
                if (row.age() != null) {
                    buffer.number(1, row.age());
                }
                if (row.port() != null) {
                    buffer.category(3, row.port());
                }
            }
        };
        BoundModel<Passenger> model = Passengers.compile(LINEAR).bind(lazy);
        Passenger little = new Passenger("male", null, 7, null);
        double expected = linear.score(little);

        model.score(new Passenger("female", 80.0, 50, "S"));

        assertThat(model.score(little)).isEqualTo(expected);
        assertThat(model.counts()).contains(new InputCounts("age", 1, 0, 0), new InputCounts("port", 1, 0, 0));
    }

    @Test
    @Tag("T14")
    void aNumberThatIsNotFiniteIsMissingWhereItMayBeAndCounted() {
        double missing = linear.score(new Passenger("male", null, 7, "S"));

        assertThat(linear.score(new Passenger("male", Double.POSITIVE_INFINITY, 7, "S")))
                .isEqualTo(missing);
        assertThat(linear.score(new Passenger("male", Double.NEGATIVE_INFINITY, 7, "S")))
                .isEqualTo(missing);
        assertThat(linear.score(new Passenger("male", Double.NaN, 7, "S"))).isEqualTo(missing);
        assertThat(linear.counts()).contains(new InputCounts("age", 2, 2, 0));
    }

    @Test
    @Tag("T14")
    void aNaNOfAPrimitiveIsNotAMissingNumber() {
        Schema primitive = Schema.of(
                "Primitive",
                Passengers.SCHEMA.columns().stream()
                        .map(column -> column.name().equals("age") ? column.nullable(false) : column)
                        .toList());
        BoundModel<Passenger> model = Passengers.compile(LINEAR).bind(Passengers.reader(primitive));

        model.score(new Passenger("male", Double.NaN, 7, "S"));

        assertThat(model.counts()).contains(new InputCounts("age", 0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    @Tag("T14")
    void aNumberThatIsNotFiniteIsRefusedWhereNoneMayBeMissing(double fare) {
        for (BoundModel<Passenger> model : List.of(linear, trees)) {
            assertThatThrownBy(() -> model.score(new Passenger("male", 30.0, fare, "S")))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageStartingWith("Passenger, column 'fare': the number is " + fare);
        }
    }

    @Test
    @Tag("T14")
    void aNumberTooLargeForTheModelIsRefusedInsteadOfAnsweredByNaN() {
        LinearModelOf huge = new LinearModelOf();

        assertThatThrownBy(() -> huge.bound.score(new Passenger("male", 1e308, 1e308, "S")))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContaining("not a finite number");
    }

    /** ∞ − ∞ */
    private static final class LinearModelOf {

        final BoundModel<Passenger> bound = Passengers.compile(new io.mlops4j.api.train.LinearModel(
                        new double[][] {{0, 0, 100, -100, 0, 0, 0}}, new double[1], io.mlops4j.api.train.Link.LOGISTIC))
                .bind(READER);
    }

    @Test
    @Tag("T18")
    void aMissingValueWhereNoneMayBeIsRefusedWithItsColumn() {
        for (BoundModel<Passenger> model : List.of(linear, trees)) {
            assertThatThrownBy(() -> model.score(new Passenger(null, 30.0, 7, "S")))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageStartingWith("Passenger, column 'sex': the value is missing")
                    .hasMessageContaining("Send a value");
        }
    }

    @Test
    @Tag("T18")
    void aHugeStringIsOneMoreUnseenCategory() {
        assertThat(linear.score(new Passenger("male", 30.0, 7, "S".repeat(5_000_000))))
                .isEqualTo(linear.score(new Passenger("male", 30.0, 7, "other")));
    }

    @Test
    @Tag("T18")
    void aReaderThatFailsHarmsNobodyElse() {
        RowReader<Passenger> failing = new RowReader<>() {
            @Override
            public Schema schema() {
                return READER.schema();
            }

            @Override
            public void read(Passenger row, RowBuffer buffer) {
                READER.read(row, buffer);
                if (row.fare() < 0) {
                    throw new IllegalArgumentException("a bug of the user's");
                }
            }
        };
        BoundModel<Passenger> model = Passengers.compile(LINEAR).bind(failing);
        Passenger good = new Passenger("female", 40.0, 50, "S");
        double before = model.score(good);

        assertThatThrownBy(() -> model.score(new Passenger("male", 1.0, -1, "C")))
                .hasMessage("a bug of the user's");

        assertThat(model.score(good)).isEqualTo(before);
    }

    @Test
    void aReaderThatPredictsWhileItReadsGetsBothRight() {
        Passenger inner = new Passenger("male", 30.0, 0, "S");
        RowReader<Passenger> nested = new RowReader<>() {
            @Override
            public Schema schema() {
                return READER.schema();
            }

            @Override
            public void read(Passenger row, RowBuffer buffer) {
                READER.read(row, buffer);
                if (row != inner) {
                    assertThat(self.get().score(inner)).isEqualTo(linear.score(inner));
                }
            }

            final java.util.concurrent.atomic.AtomicReference<BoundModel<Passenger>> self = NESTED;
        };
        BoundModel<Passenger> model = Passengers.compile(LINEAR).bind(nested);
        NESTED.set(model);
        Passenger outer = new Passenger("female", 40.0, 50, "C");

        assertThat(model.score(outer)).isEqualTo(linear.score(outer));
    }

    private static final java.util.concurrent.atomic.AtomicReference<BoundModel<Passenger>> NESTED =
            new java.util.concurrent.atomic.AtomicReference<>();

    @Test
    void batchesMayHaveTheirColumnsInAnyOrderAndMoreOfThem() {
        Schema other = Schema.of(
                "Batch",
                Column.of("port", ColumnType.CATEGORICAL).nullable(true),
                Column.of("name", ColumnType.TEXT).nullable(true),
                Column.of("fare", ColumnType.NUMERIC),
                Column.of("sex", ColumnType.CATEGORICAL),
                Column.of("age", ColumnType.NUMERIC).nullable(true));
        List<Passenger> rows =
                List.of(new Passenger("female", 40.0, 50, "S"), new Passenger("male", null, 500, "unseen"));
        Dataset batch = Dataset.of(Passengers.reader(other), rows);
        double[] scores = new double[4];

        linear.score(batch, scores);

        assertThat(scores[1]).isEqualTo(linear.score(rows.get(0)));
        assertThat(scores[3]).isEqualTo(linear.score(rows.get(1)));
        assertThat(scores[0] + scores[1]).isEqualTo(1);
    }

    @Test
    @Tag("T18")
    void aBatchNamesTheRowThatItRefuses() {
        Dataset sound =
                Dataset.of(READER, List.of(new Passenger("male", 1.0, 2, "S"), new Passenger("male", 1.0, 3, "S")));
        Dataset batch = sound.with(sound.schema().column("fare"), NumericValues.wrap(new double[] {2, Double.NaN}));

        assertThatThrownBy(() -> linear.score(batch, new double[4]))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Passenger, row 1, column 'fare'");
    }

    @Test
    @Tag("T18")
    void aBatchWithWrongColumnsIsRefusedWithEveryDifference() {
        Schema wrong = Schema.of("Batch", Column.of("sexe", ColumnType.CATEGORICAL), Column.of("age", ColumnType.TEXT));
        Dataset batch = Dataset.builder(wrong).build();

        assertThatThrownBy(() -> linear.score(batch, new double[0]))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.differences())
                                .hasSize(4)
                                .anyMatch(difference -> difference.contains("Did you mean 'sexe'?"))
                                .anyMatch(difference ->
                                        difference.equals("column 'age' is text, the model was trained on numeric.")));
    }

    @Test
    @Tag("T18")
    void anArrayTooShortForTheScoresIsRefused() {
        Dataset batch = Dataset.of(READER, List.of(new Passenger("male", 1.0, 2, "S")));

        assertThatThrownBy(() -> linear.score(batch, new double[1])).isInstanceOf(IllegalArgumentException.class);
    }
}
