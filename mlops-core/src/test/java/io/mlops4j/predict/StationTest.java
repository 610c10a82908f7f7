package io.mlops4j.predict;

import static io.mlops4j.predict.Passengers.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Dictionary;
import io.mlops4j.predict.Passengers.Passenger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody sees who looks over a model's shoulder. */
class StationTest {

    private static final List<Passenger> ROWS = List.of(
            new Passenger("female", 40.0, 50, "S"),
            new Passenger("male", null, 500, null),
            new Passenger("male", Double.POSITIVE_INFINITY, 7, "Queenstown"));

    private final ModelPredictor<Passenger, ?> compiled = Predictors.open(
            PredictorsTest.bundle(Optional.of(Passengers.LINEAR)), READER, io.mlops4j.api.predict.Classification.class);
    private final ModelPredictor<Passenger, ?> reference = Predictors.open(
            PredictorsTest.bundle(Optional.empty()),
            READER,
            io.mlops4j.api.predict.Classification.class,
            new PredictorsTest.Abacus());

    @Test
    void aCompiledAndAReferenceModelShowTheSameRow() {
        Station<Passenger> fast = compiled.station();
        Station<Passenger> slow = reference.station();
        for (Passenger row : ROWS) {
            double[] fastScores = score(fast, row);
            assertThat(score(slow, row)).containsExactly(fastScores, org.assertj.core.data.Offset.offset(1e-15));
            for (InputColumn column : compiled.columns()) {
                if (column.kind() == InputColumn.Kind.NUMBER) {
                    assertThat(slow.number(column.index())).isEqualTo(Double.valueOf(fast.number(column.index())));
                } else {
                    assertThat(slow.code(column.index())).isEqualTo(fast.code(column.index()));
                }
            }
        }
        assertThat(reference.columns())
                .extracting(InputColumn::name)
                .containsExactlyInAnyOrder(
                        compiled.columns().stream().map(InputColumn::name).toArray(String[]::new));
    }

    @Test
    void missingAndUnseenValuesAreSeenAsSuch() {
        Station<Passenger> station = compiled.station();
        InputColumn port = column("port");
        InputColumn age = column("age");

        score(station, ROWS.get(0));
        assertThat(station.code(port.index())).isEqualTo(port.dictionary().code("S"));
        assertThat(station.number(age.index())).isEqualTo(40);
        score(station, ROWS.get(1));
        assertThat(station.code(port.index())).isEqualTo(Dictionary.MISSING);
        assertThat(station.number(age.index())).isNaN();
        score(station, ROWS.get(2));
        assertThat(station.code(port.index())).isEqualTo(Dictionary.UNSEEN);
        assertThat(station.number(age.index())).isNaN();
    }

    @Test
    @Tag("F18")
    void aRetiredReferenceModelSaysSoAndACompiledOneGoesOn() {
        Station<Passenger> fast = compiled.station();
        Station<Passenger> slow = reference.station();

        compiled.retire();
        reference.retire();

        assertThat(score(fast, ROWS.get(0))).hasSize(2);
        assertThatThrownBy(() -> score(slow, ROWS.get(0))).isInstanceOf(ModelClosedException.class);
    }

    private InputColumn column(String name) {
        return compiled.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] score(Station<Passenger> station, Passenger row) {
        double[] scores = new double[2];
        station.read(row);
        station.score(scores);
        return scores;
    }
}
