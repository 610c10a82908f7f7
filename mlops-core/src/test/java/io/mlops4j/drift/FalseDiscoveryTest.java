package io.mlops4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** The example of Benjamini and Hochberg (1995), section 3: at 0.05 the four smallest of fifteen are significant. */
    @Test
    void agreesWithTheExampleOfItsAuthors() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };
        double[] adjusted = FalseDiscovery.adjust(p);
        assertThat(Arrays.stream(adjusted).filter(value -> value <= 0.05).count())
                .isEqualTo(4);
        assertThat(adjusted[0]).isCloseTo(0.0015, within(1e-15));
        assertThat(adjusted[1]).isCloseTo(0.0030, within(1e-15));
        assertThat(adjusted[3]).isCloseTo(0.035625, within(1e-15));
        assertThat(adjusted[14]).isEqualTo(1);
    }

    @Test
    void keepsTheOrderAndNeverGoesBelowTheValueItself() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double[] p = random.doubles(1 + random.nextInt(20)).toArray();
            double[] adjusted = FalseDiscovery.adjust(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i], 1.0);
                for (int j = 0; j < p.length; j++) {
                    assertThat(p[i] > p[j] && adjusted[i] < adjusted[j]).isFalse();
                }
            }
        }
    }

    @Test
    void whatIsNotKnownTakesNoPart() {
        assertThat(FalseDiscovery.adjust(new double[] {Double.NaN, 0.01, Double.NaN, 0.02}))
                .containsExactly(new double[] {Double.NaN, 0.02, Double.NaN, 0.02}, within(1e-15));
        assertThat(FalseDiscovery.adjust(new double[0])).isEmpty();
        assertThat(FalseDiscovery.adjust(new double[] {0.04})).containsExactly(0.04);
    }
}
