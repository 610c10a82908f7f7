package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    private static TreeEnsemble ensemble(float base, float... leaves) {
        List<Tree> trees = java.util.stream.IntStream.range(0, leaves.length)
                .mapToObj(i -> new Tree(
                        0, new int[1], new float[] {leaves[i]}, new int[] {-1}, new int[] {-1}, new boolean[1]))
                .toList();
        return new TreeEnsemble(0, trees, new float[] {base}, Link.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, 1e-30f, 1e30f, 1e6f, 0.001f})
    void isTheTrueSumRoundedOnce(float scale) {
        SplittableRandom random = new SplittableRandom(7);
        float[] leaves = new float[500];
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = (float) random.nextDouble(-1, 1) * scale;
            exact = exact.add(new BigDecimal(leaves[i]));
        }
        ExactSum sum = new ExactSum(ensemble(0, leaves));

        long total = 0;
        for (float leaf : leaves) {
            total += sum.of(leaf);
        }

        assertThat(sum.toDouble(total)).isEqualTo(exact.doubleValue());
    }

    @Test
    void theLargestLeavesDoNotOverflow() {
        float[] leaves = new float[1000];
        Arrays.fill(leaves, Float.MAX_VALUE);
        ExactSum sum = new ExactSum(ensemble(Float.MAX_VALUE, leaves));

        long total = sum.of(Float.MAX_VALUE) * 1001;

        assertThat(sum.toDouble(total)).isEqualTo(1001.0 * Float.MAX_VALUE);
    }

    @Test
    void leavesThatAreAllZeroAddUpToZero() {
        ExactSum sum = new ExactSum(ensemble(0, 0, -0f));

        assertThat(sum.toDouble(sum.of(0) + sum.of(-0f))).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    @Tag("T14")
    void aLeafThatIsNoFiniteNumberIsRefused(float leaf) {
        assertThatThrownBy(() -> new ExactSum(ensemble(0, leaf)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining(Float.toString(leaf));
        assertThatThrownBy(() -> new ExactSum(ensemble(leaf, 1))).isInstanceOf(UnsupportedModelException.class);
    }
}
