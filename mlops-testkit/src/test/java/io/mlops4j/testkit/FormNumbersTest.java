package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormNumbersTest {

    @Test
    void findsEveryPlaceOfALinearModel() {
        assertThat(FormNumbers.notFinite(new LinearModel(new double[][] {{1, 2}}, new double[] {3}, Link.LOGISTIC)))
                .isEmpty();
        assertThat(FormNumbers.notFinite(new LinearModel(
                        new double[][] {{1, Double.NaN}}, new double[] {1 / 0.0}, Link.IDENTITY)))
                .containsExactly("intercept 0: Infinity", "weight 0, 1: NaN");
    }

    @Test
    void findsEveryPlaceOfATree() {
        Tree tree = new Tree(
                0,
                new int[3],
                new float[] {0.5f, Float.NaN, 2},
                new int[] {1, Tree.LEAF, Tree.LEAF},
                new int[] {2, Tree.LEAF, Tree.LEAF},
                new boolean[3]);
        assertThat(FormNumbers.notFinite(new TreeEnsemble(1, List.of(tree), new float[] {0}, Link.IDENTITY)))
                .containsExactly("tree 0, node 1: NaN");
    }
}
