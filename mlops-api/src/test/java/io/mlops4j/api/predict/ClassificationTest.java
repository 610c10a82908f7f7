package io.mlops4j.api.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    private static final Classes CLASSES = Classes.of(List.of("no", "perhaps", "yes"), Optional.empty());

    private static Classification of(double... probabilities) {
        return Classification.wrap(CLASSES, probabilities);
    }

    @Test
    void isTheMostProbableClass() {
        Classification answer = of(0.2, 0.3, 0.5);
        assertThat(answer.label()).isEqualTo("yes");
        assertThat(answer.probability()).isEqualTo(0.5);
        assertThat(answer.probability("perhaps")).isEqualTo(0.3);
        assertThat(answer.classes()).isSameAs(CLASSES);
    }

    @Test
    void isTheFirstOfEquallyProbableClasses() {
        assertThat(of(0.2, 0.4, 0.4).label()).isEqualTo("perhaps");
        assertThat(Classification.winner(new double[] {9, 0.1, 0.7, 0.7, 0.9}, 1, 3))
                .isEqualTo(1);
    }

    @Test
    void givesNothingAwayThatCouldBeChanged() {
        Classification answer = of(0.2, 0.3, 0.5);
        answer.probabilities()[0] = 1;
        assertThat(answer.probability("no")).isEqualTo(0.2);
    }

    @Test
    void refusesAClassThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(0.2, 0.3, 0.5).probability("maybe"))
                .withMessage("There is no class 'maybe', only [no, perhaps, yes].");
    }

    @Test
    void needsAProbabilityOfEachClass() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(0.5, 0.5)).withMessageContaining("3 classes");
    }

    @Test
    void isEqualByClassesAndProbabilities() {
        assertThat(of(0.2, 0.3, 0.5)).isEqualTo(of(0.2, 0.3, 0.5)).hasSameHashCodeAs(of(0.2, 0.3, 0.5));
        assertThat(of(0.2, 0.3, 0.5)).isNotEqualTo(of(0.3, 0.2, 0.5)).isNotEqualTo("yes");
        Classes others = Classes.of(List.of("a", "b", "c"), Optional.empty());
        assertThat(of(0.2, 0.3, 0.5)).isNotEqualTo(Classification.wrap(others, new double[] {0.2, 0.3, 0.5}));
    }

    @Test
    @Tag("F28")
    void printsAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(of(0.2, 0.3, 0.5)).hasToString("yes (0.5000)");
        } finally {
            Locale.setDefault(before);
        }
    }
}
