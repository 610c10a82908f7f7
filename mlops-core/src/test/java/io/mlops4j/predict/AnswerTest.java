package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final Optional<Classes> TWO = Optional.of(Classes.of(List.of("a", "b"), Optional.empty()));
    private static final Optional<Classes> FIRST_POSITIVE =
            Optional.of(Classes.of(List.of("a", "b"), Optional.of("a")));
    private static final Optional<Classes> THREE = Optional.of(Classes.of(List.of("a", "b", "c"), Optional.empty()));

    private static Answer answer(Link link, int margins, Optional<Classes> classes) {
        return Answer.of(new LinearModel(new double[margins][1], new double[margins], link), classes);
    }

    @Test
    void theSingleNumberIsTheProbabilityOfThePositiveClass() {
        double[] margin = {2};

        double second = answer(Link.LOGISTIC, 1, TWO).single(margin);
        double first = answer(Link.LOGISTIC, 1, FIRST_POSITIVE).single(margin);

        assertThat(second).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(first).isEqualTo(1 - second);
    }

    @Test
    void manyMarginsBecomeProbabilitiesWithoutOverflow() {
        double[] out = new double[4];

        answer(Link.SOFTMAX, 3, THREE).write(new double[] {1000, 1001, -1000}, out, 1);

        assertThat(out[0]).isZero();
        assertThat(out[1]).isCloseTo(1 / (1 + Math.E), within(1e-15));
        assertThat(out[1] + out[2]).isEqualTo(1);
        assertThat(out[3]).isZero();
    }

    @Test
    void aMarginFarFromZeroIsCertain() {
        assertThat(answer(Link.LOGISTIC, 1, TWO).single(new double[] {-800})).isZero();
        assertThat(answer(Link.LOGISTIC, 1, TWO).single(new double[] {800})).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    @Tag("T14")
    void neverAnswersAMarginThatIsNoNumber(double margin) {
        double[] out = new double[3];

        assertThatThrownBy(() -> answer(Link.LOGISTIC, 1, TWO).single(new double[] {margin}))
                .isInstanceOf(PredictionFailedException.class);
        assertThatThrownBy(() -> answer(Link.IDENTITY, 1, Optional.empty()).write(new double[] {margin}, out, 0))
                .isInstanceOf(PredictionFailedException.class);
        assertThatThrownBy(() -> answer(Link.SOFTMAX, 3, THREE).write(new double[] {0, margin, 0}, out, 0))
                .isInstanceOf(PredictionFailedException.class);
    }

    @Test
    void classesThatDoNotFitTheModelAreRefused() {
        assertThatThrownBy(() -> answer(Link.LOGISTIC, 1, THREE))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("2 classes")
                .hasMessageContaining("3 classes are declared");
        assertThatThrownBy(() -> answer(Link.SOFTMAX, 3, Optional.empty()))
                .hasMessageContaining("no classes are declared");
        assertThatThrownBy(() -> answer(Link.IDENTITY, 1, TWO)).hasMessageContaining("gives a number");
    }
}
