package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @Test
    void isAShareOfOne() {
        assertThat(Percent.percent(80)).isEqualTo(new Percent(0.8)).hasToString("80 %");
        assertThat(Percent.percent(12.5)).hasToString("12.5 %");
        assertThat(Percent.percent(7)).hasToString("7 %");
        assertThat(Percent.percent(0)).hasToString("0 %");
        assertThat(Percent.percent(100)).hasToString("100 %");
        assertThat(new Percent(1.0 / 3)).hasToString("33.3333333333333 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.0000001, 80, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAShareOutsideOfNothingAndEverything(double share) {
        assertThatThrownBy(() -> new Percent(share)).isInstanceOf(IllegalArgumentException.class);
    }
}
