package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static Bins of(float... thresholds) {
        int[] keys = new int[thresholds.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = FloatOrder.thresholdKey(thresholds[i]);
        }
        return new Bins(keys);
    }

    @Test
    void aNumberAtAThresholdLiesAboveIt() {
        Bins bins = of(2, 1, 3, 2);

        assertThat(bins.count()).isEqualTo(5);
        assertThat(bins.find(0.5f)).isZero();
        assertThat(bins.find(1f)).isEqualTo(1);
        assertThat(bins.find(Math.nextDown(2f))).isEqualTo(1);
        assertThat(bins.find(2f)).isEqualTo(2);
        assertThat(bins.find(9f)).isEqualTo(3);
    }

    @Test
    @Tag("T14")
    void extremeNumbersHaveTheOuterBinsAndMissingOnesTheirOwn() {
        Bins bins = of(-1, 0, 1);

        assertThat(bins.find(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(bins.find(-0.0f)).isEqualTo(bins.find(0.0f)).isEqualTo(2);
        assertThat(bins.find(-Float.MIN_VALUE)).isEqualTo(1);
        assertThat(bins.find(Float.POSITIVE_INFINITY)).isEqualTo(3);
        assertThat(bins.find(Float.NaN)).isEqualTo(bins.missing()).isEqualTo(4);
        assertThat(bins.find(Float.intBitsToFloat(0xFFC00000)))
                .as("a NaN with a sign")
                .isEqualTo(4);
    }

    @Test
    @Tag("T14")
    void infiniteThresholdsAreThresholds() {
        Bins bins = of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN);

        assertThat(bins.find(Float.NEGATIVE_INFINITY))
                .as("nothing is below −∞ or NaN")
                .isEqualTo(1);
        assertThat(bins.find(Float.MAX_VALUE)).isEqualTo(1);
        assertThat(bins.find(Float.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(bins.find(Float.NaN)).isEqualTo(3);
    }

    @Property(tries = 300)
    void theBinIsTheNumberOfThresholdsThatAreNotAbove(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] thresholds = new float[size];
        for (int i = 0; i < size; i++) {
            thresholds[i] = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(100);
                case 1 -> (float) Math.exp(random.nextDouble(-80, 80));
                case 2 -> -random.nextFloat();
                default -> Float.intBitsToFloat(random.nextInt());
            };
        }
        Bins bins = of(thresholds);
        float[] distinct = distinct(thresholds);
        for (float threshold : thresholds) {
            for (float x : new float[] {
                threshold, Math.nextUp(threshold), Math.nextDown(threshold), -threshold, random.nextFloat()
            }) {
                if (!Float.isNaN(x)) {
                    int expected = 0;
                    for (float cut : distinct) {
                        expected += x < cut ? 0 : 1;
                    }
                    assertThat(bins.find(x)).as("%s among %s", x, distinct).isEqualTo(expected);
                }
            }
        }
    }

    private static float[] distinct(float[] thresholds) {
        return toArray(Arrays.stream(boxed(thresholds))
                .map(x -> x.isNaN() ? Float.NEGATIVE_INFINITY : x + 0.0f)
                .distinct()
                .toArray(Float[]::new));
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return boxed;
    }

    private static float[] toArray(Float[] values) {
        float[] array = new float[values.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = values[i];
        }
        return array;
    }
}
