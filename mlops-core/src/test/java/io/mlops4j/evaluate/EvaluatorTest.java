package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.predict.Classification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("port", ColumnType.CATEGORICAL).nullable(true),
            Column.of("adult", ColumnType.BOOLEAN).nullable(true),
            Column.of("age", ColumnType.NUMERIC));

    private static final ClassificationOutcomes OUTCOMES = Given.scores("010101", 0.1, 0.9, 0.6, 0.7, 0.2, 0.3);

    private static final Dataset ROWS = rows(
            new String[] {"S", "C", null, "S", "\uD83D\uDEA2", "Q"},
            new Boolean[] {true, false, true, null, true, true});

    private static Dataset rows(String[] ports, Boolean[] adults) {
        DatasetBuilder builder = Dataset.builder(SCHEMA);
        for (int row = 0; row < ports.length; row++) {
            builder.row().category(0, ports[row]);
            builder.row().flag(1, adults[row]);
            builder.row().number(2, row);
            builder.add();
        }
        return builder.build();
    }

    private static Evaluator<Classification> evaluator() {
        return Evaluator.of(List.of(Metrics.accuracy(), Metrics.rocAuc()));
    }

    @Test
    void measuresAllRowsFirst() {
        Evaluation evaluation = evaluator().slicedBy(List.of("port")).evaluate(OUTCOMES, ROWS);
        assertThat(evaluation.rows()).isEqualTo(6);
        assertThat(evaluation.measurements().subList(0, 2))
                .containsExactly(
                        new Measurement(Metrics.accuracy().key(), Optional.empty(), 4.0 / 6, Optional.empty(), 6),
                        new Measurement(Metrics.rocAuc().key(), Optional.empty(), 8.0 / 9, Optional.empty(), 6));
    }

    @Test
    void takesSlicesByColumnAndThenByCodePoint() {
        Evaluation evaluation = evaluator().slicedBy(List.of("port", "adult")).evaluate(OUTCOMES, ROWS);
        assertThat(evaluation.measurements().stream()
                        .flatMap(measurement -> measurement.slice().stream())
                        .distinct()
                        .map(Slice::toString))
                .containsExactly(
                        "port=(missing)",
                        "port=C",
                        "port=Q",
                        "port=S",
                        "port=\uD83D\uDEA2",
                        "adult=(missing)",
                        "adult=false",
                        "adult=true");
    }

    @Test
    void measuresEachSliceOnItsOwnRows() {
        Evaluation evaluation = evaluator().slicedBy(List.of("port", "adult")).evaluate(OUTCOMES, ROWS);
        List<Measurement> south = evaluation.of(new Slice("port", "S"));
        assertThat(south).extracting(Measurement::rows).containsOnly(2L);
        assertThat(south).extracting(Measurement::value).containsExactly(1.0, 1.0);
        assertThat(evaluation.of(new Slice("port", Slice.MISSING)).get(0).value())
                .isZero();
        assertThat(evaluation.of(new Slice("adult", "true")).get(0).value()).isEqualTo(0.5);
        assertThat(evaluation.of(new Slice("adult", "false")).get(0).rows()).isEqualTo(1);
    }

    @Test
    @Tag("T16")
    void leavesUndefinedWhatASliceCannotTell() {
        Evaluation evaluation = evaluator().slicedBy(List.of("port")).evaluate(OUTCOMES, ROWS);
        assertThat(evaluation.of(new Slice("port", "C")).get(1).value()).isNaN();
    }

    @Test
    void divides40RowsWithoutLosingOne() {
        String[] ports = new String[40];
        Boolean[] adults = new Boolean[40];
        StringBuilder truths = new StringBuilder();
        for (int row = 0; row < 40; row++) {
            ports[row] = row % 4 == 0 ? "C" : "S";
            truths.append(row % 2);
        }
        Evaluation evaluation = evaluator()
                .slicedBy(List.of("port"))
                .evaluate(Given.scores(truths.toString(), new double[40]), rows(ports, adults));
        assertThat(evaluation.of(new Slice("port", "C")).get(0).rows()).isEqualTo(10);
        assertThat(evaluation.of(new Slice("port", "S")).get(0).rows()).isEqualTo(30);
        assertThat(evaluation.of(new Slice("port", "S")).get(0).value()).isEqualTo(10.0 / 30);
    }

    @Test
    void countsConfusionsOfClasses() {
        Evaluation evaluation = evaluator().evaluate(OUTCOMES, ROWS);
        assertThat(evaluation.confusion().orElseThrow().labels()).containsExactly("0", "1");
        assertThat(evaluation.confusion().orElseThrow().count("0", "1")).isEqualTo(1);
        assertThat(evaluation.confusion().orElseThrow().count("1", "0")).isEqualTo(1);
        assertThat(evaluation.confusion().orElseThrow().count("1", "1")).isEqualTo(2);
        assertThat(evaluation.confusion().orElseThrow().count("0", "0")).isEqualTo(2);
    }

    @Test
    void hasNoConfusionOfNumbers() {
        Evaluation evaluation = Evaluator.of(List.of(Metrics.mae()))
                .slicedBy(List.of("port"))
                .evaluate(Given.numbers(new double[6], 1, 1, 1, 1, 1, 7), ROWS);
        assertThat(evaluation.confusion()).isEmpty();
        assertThat(evaluation.value(Metrics.mae())).isEqualTo(2);
        assertThat(evaluation.of(new Slice("port", "Q")).get(0).value()).isEqualTo(7);
    }

    @Test
    void measuresWhatIsNamedTwiceOnce() {
        Evaluation evaluation = Evaluator.of(List.of(Metrics.accuracy(), Metrics.accuracy()))
                .slicedBy(List.of("adult", "adult"))
                .evaluate(OUTCOMES, ROWS);
        assertThat(evaluation.measurements()).hasSize(4);
    }

    @Test
    void refusesColumnsThatDivideNothing() {
        assertThatThrownBy(() -> evaluator().slicedBy(List.of("age")).check(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("'age'")
                .hasMessageContaining("numeric");
        assertThatThrownBy(() -> evaluator().slicedBy(List.of("prot")).evaluate(OUTCOMES, ROWS))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Did you mean 'port'?");
        assertThatThrownBy(() -> evaluator().slicedBy(List.of("age")).evaluate(OUTCOMES, ROWS))
                .isInstanceOf(SchemaException.class);
        evaluator().slicedBy(List.of("port", "adult")).check(SCHEMA);
    }

    @Test
    void refusesOtherRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluator().evaluate(OUTCOMES.select(new int[] {1}), ROWS))
                .withMessageContaining("1 outcomes")
                .withMessageContaining("6 rows");
    }

    @Test
    void passesOnThatAClassIsNotThere() {
        assertThatThrownBy(() -> Evaluator.of(List.of(Metrics.recall("yes"))).evaluate(OUTCOMES, ROWS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("recall(yes)");
    }

    @Test
    void givesIntervalsToDefinedValues() {
        Evaluation evaluation = evaluator()
                .slicedBy(List.of("port"))
                .bootstrap(Bootstrap.of(50))
                .evaluate(OUTCOMES, ROWS);
        Measurement accuracy = evaluation.measurements().get(0);
        assertThat(accuracy.interval()).isPresent();
        assertThat(accuracy.interval().orElseThrow().lower()).isLessThan(accuracy.value());
        assertThat(evaluation.of(new Slice("port", "C")).get(1).interval()).isEmpty();
        assertThat(evaluation.of(new Slice("port", "C")).get(0).interval()).isPresent();
    }

    @Test
    void aRealValueOfTheTextThatStandsForAMissingOneIsASliceOfItsOwn() {
        Dataset rows = rows(
                new String[] {"(missing)", null, "\\(missing)", "(missing)", "\\", "S"},
                new Boolean[] {true, true, true, true, true, true});

        Evaluation evaluation = evaluator().slicedBy(List.of("port")).evaluate(OUTCOMES, rows);

        assertThat(evaluation.of(new Slice("port", Slice.MISSING)).get(0).rows())
                .isEqualTo(1);
        assertThat(evaluation.of(new Slice("port", "\\(missing)")).get(0).rows())
                .isEqualTo(2);
        assertThat(evaluation.of(new Slice("port", "\\\\(missing)")).get(0).rows())
                .isEqualTo(1);
        assertThat(evaluation.of(new Slice("port", "\\")).get(0).rows()).isEqualTo(1);
    }
}
