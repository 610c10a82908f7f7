package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionAssertTest {

    private static final Classes CLASSES = new Classes(List.of("Adelie", "Gentoo"), Optional.empty());
    private static final Classification ANSWER = Classification.wrap(CLASSES, new double[] {0.75, 0.25});

    @Test
    void speaksOfAClass() {
        assertThat(ANSWER).hasLabel("Adelie").hasClasses("Adelie", "Gentoo").probabilitiesSumToOne();
        assertThat(ANSWER).hasProbabilityOf("Gentoo").isCloseTo(0.25, within(1e-9));
        assertThat(ANSWER).isCloseTo(Classification.wrap(CLASSES, new double[] {0.74, 0.26}), 0.02);
    }

    @Test
    void showsEveryProbabilityOfAWrongClass() {
        messageOf(() -> assertThat(ANSWER).hasLabel("Gentoo"))
                .isEqualTo("Expected the label 'Gentoo', but the answer is Adelie (Adelie 0.75, Gentoo 0.25)");
        messageOf(() -> assertThat(ANSWER).hasClasses("Adelie")).contains("[Adelie, Gentoo]");
        messageOf(() -> assertThat(ANSWER)
                        .as("row 7")
                        .hasProbabilityOf("Gentoo")
                        .isGreaterThan(0.5))
                .startsWith("[row 7: probability of 'Gentoo']");
        messageOf(() -> assertThat(ANSWER).hasProbabilityOf("Chinstrap")).contains("'Chinstrap'", "[Adelie, Gentoo]");
    }

    @Test
    void noticesProbabilitiesThatAreNone() {
        messageOf(() -> assertThat(Classification.wrap(CLASSES, new double[] {0.75, 0.5}))
                        .probabilitiesSumToOne())
                .contains("1.25");
        messageOf(() -> assertThat(Classification.wrap(CLASSES, new double[] {1.5, -0.5}))
                        .probabilitiesSumToOne())
                .contains("-0.5");
        messageOf(() -> assertThat(Classification.wrap(CLASSES, new double[] {Double.NaN, 1}))
                        .probabilitiesSumToOne())
                .contains("NaN");
    }

    @Test
    void noticesAnAnswerThatIsFarAway() {
        Classification other = Classification.wrap(CLASSES, new double[] {0.5, 0.5});
        messageOf(() -> assertThat(ANSWER).isCloseTo(other, 0.1)).contains("Adelie 0.75", "Adelie 0.5");
        Classes others = new Classes(List.of("Adelie", "Chinstrap"), Optional.empty());
        messageOf(() -> assertThat(ANSWER).isCloseTo(Classification.wrap(others, new double[] {0.75, 0.25}), 1))
                .contains("Chinstrap 0.25");
    }

    @Test
    void speaksOfANumber() {
        assertThat(new Regression(4200)).isFinite().isBetween(4000, 4300).isCloseTo(4190, within(10.0));
        messageOf(() -> assertThat(new Regression(Double.NaN)).isFinite()).contains("predicted value");
        messageOf(() -> assertThat(new Regression(1)).isBetween(2, 3)).contains("predicted value");
        messageOf(() -> assertThat(new Regression(1)).as("row 7").isCloseTo(2, within(0.5)))
                .startsWith("[row 7: predicted value]");
    }
}
