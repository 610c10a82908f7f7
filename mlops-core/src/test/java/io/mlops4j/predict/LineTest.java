package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.prepare.ColumnMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTest {

    /** Moves and stretches. */
    record Scaled(double center, double slope) implements ColumnMap.Affine {

        @Override
        public double apply(double value) {
            return (value - center) * slope;
        }
    }

    private static final ColumnMap.Affine UNCHANGED = new Scaled(0, 1);

    private static Optional<Line> of(ColumnMap.Numeric... maps) {
        return Line.of(maps);
    }

    @Test
    void noMapAtAllLeavesANumberAsItIs() {
        assertThat(of()).contains(new Line(0, 1));
    }

    @Test
    void mapsThatLeaveNumbersAsTheyAreDoNotCount() {
        assertThat(of(UNCHANGED, new Scaled(39, 0.5), UNCHANGED)).contains(new Line(39, 0.5));
    }

    @Test
    void twoLinesAreNotMadeOneBecauseThatWouldRoundTheCenter() {
        assertThat(of(new Scaled(1e9, 1), new Scaled(0.25, 4))).isEmpty();
    }

    @Test
    void aMapThatDoesNotSayThatItIsStraightIsNone() {
        assertThat(of(UNCHANGED, value -> value * value)).isEmpty();
    }

    @Test
    void aWeightMakesItSteeper() {
        assertThat(new Line(3, 2).times(-4)).isEqualTo(new Line(3, -8));
    }

    @Test
    void isWithinALimitIfCenterAndSlopeAre() {
        assertThat(new Line(-3, 2).within(3)).isTrue();
        assertThat(new Line(-3, 2).within(2.5)).isFalse();
        assertThat(new Line(0, Double.POSITIVE_INFINITY).within(1e100)).isFalse();
    }
}
