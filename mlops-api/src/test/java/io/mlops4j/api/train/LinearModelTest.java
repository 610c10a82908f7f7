package io.mlops4j.api.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearModelTest {

    @Test
    void givesBackWhatItIsMadeOfAndDoesNotFollowChanges() {
        double[][] weights = {{1, 2, 3}, {4, 5, 6}};
        double[] intercepts = {7, 8};
        LinearModel model = new LinearModel(weights, intercepts, Link.SOFTMAX);
        weights[1][2] = 0;
        intercepts[0] = 0;

        assertThat(model.margins()).isEqualTo(2);
        assertThat(model.features()).isEqualTo(3);
        assertThat(model.weight(0, 1)).isEqualTo(2);
        assertThat(model.weight(1, 2)).isEqualTo(6);
        assertThat(model.intercept(0)).isEqualTo(7);
        assertThat(model.intercept(1)).isEqualTo(8);
        assertThat(model.link()).isEqualTo(Link.SOFTMAX);
        assertThat(model).hasToString("linear model, 2 × 3 weights, SOFTMAX");
    }

    @Test
    void mayReadNoFeature() {
        assertThat(new LinearModel(new double[1][0], new double[1], Link.IDENTITY).features())
                .isZero();
    }

    @Test
    void refusesToHaveNoMargin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel(new double[0][], new double[0], Link.SOFTMAX));
    }

    @Test
    void refusesOtherInterceptsThanMargins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel(new double[2][1], new double[1], Link.SOFTMAX))
                .withMessageContaining("2 rows of weights and 1 intercepts");
    }

    @Test
    void refusesRowsOfDifferentLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel(new double[][] {{1}, {1, 2}}, new double[2], Link.SOFTMAX))
                .withMessageContaining("differ in length");
    }

    @ParameterizedTest
    @EnumSource(names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
    void refusesTwoMarginsUnlessTheyAreClasses(Link link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel(new double[2][1], new double[2], link))
                .withMessageContaining(link + " takes one margin, not 2");
    }

    @Test
    void equalsAModelOfTheSameWeights() {
        LinearModel model = new LinearModel(new double[][] {{1, 0}}, new double[] {2}, Link.LOGISTIC);

        assertThat(model)
                .isEqualTo(new LinearModel(new double[][] {{1, 0}}, new double[] {2}, Link.LOGISTIC))
                .hasSameHashCodeAs(new LinearModel(new double[][] {{1, 0}}, new double[] {2}, Link.LOGISTIC))
                .isNotEqualTo(new LinearModel(new double[][] {{1, -0.0}}, new double[] {2}, Link.LOGISTIC))
                .isNotEqualTo(new LinearModel(new double[][] {{1, 0}}, new double[] {3}, Link.LOGISTIC))
                .isNotEqualTo(new LinearModel(new double[][] {{1, 0}}, new double[] {2}, Link.IDENTITY))
                .isNotEqualTo("linear model");
    }
}
