package io.mlops4j.api.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeEnsembleTest {

    private static Tree leaf(int margin, int feature) {
        return new Tree(
                margin,
                new int[] {feature},
                new float[1],
                new int[] {Tree.LEAF},
                new int[] {Tree.LEAF},
                new boolean[1]);
    }

    private static Tree split(int feature) {
        return new Tree(
                0,
                new int[] {feature, 0, 0},
                new float[3],
                new int[] {1, -1, -1},
                new int[] {2, -1, -1},
                new boolean[3]);
    }

    @Test
    void givesBackWhatItIsMadeOf() {
        List<Tree> trees = new ArrayList<>(List.of(leaf(0, 0), leaf(1, 0)));
        float[] bases = {0.5f, 1};
        TreeEnsemble model = new TreeEnsemble(3, trees, bases, Link.SOFTMAX);
        trees.clear();
        bases[0] = 7;

        assertThat(model.features()).isEqualTo(3);
        assertThat(model.margins()).isEqualTo(2);
        assertThat(model.trees()).containsExactly(leaf(0, 0), leaf(1, 0));
        assertThat(model.base(0)).isEqualTo(0.5f);
        assertThat(model.base(1)).isEqualTo(1f);
        assertThat(model.link()).isEqualTo(Link.SOFTMAX);
        assertThat(model).hasToString("2 trees, SOFTMAX");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> model.trees().clear());
    }

    @ParameterizedTest
    @EnumSource(names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
    void refusesTwoMarginsUnlessTheyAreClasses(Link link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeEnsemble(1, List.of(), new float[2], link))
                .withMessageContaining(link + " does not take 2 margins");
    }

    @Test
    void refusesToHaveNoMargin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeEnsemble(1, List.of(), new float[0], Link.SOFTMAX));
    }

    @Test
    void refusesATreeForAMarginThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeEnsemble(1, List.of(leaf(1, 0)), new float[1], Link.IDENTITY))
                .withMessageContaining("A tree adds to margin 1 of 1");
    }

    @Test
    void refusesASplitByAFeatureThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeEnsemble(2, List.of(split(2)), new float[1], Link.LOGISTIC))
                .withMessageContaining("A tree reads feature 2 of 2");
        assertThat(new TreeEnsemble(2, List.of(split(1)), new float[1], Link.LOGISTIC).features())
                .isEqualTo(2);
    }

    @Test
    void doesNotMindWhatALeafSaysOfAFeature() {
        assertThat(new TreeEnsemble(0, List.of(leaf(0, 99)), new float[1], Link.LOGISTIC).trees())
                .hasSize(1);
    }

    @Test
    void equalsAnEnsembleOfTheSameTrees() {
        TreeEnsemble model = new TreeEnsemble(2, List.of(split(1)), new float[] {1}, Link.LOGISTIC);

        assertThat(model)
                .isEqualTo(new TreeEnsemble(2, List.of(split(1)), new float[] {1}, Link.LOGISTIC))
                .hasSameHashCodeAs(new TreeEnsemble(2, List.of(split(1)), new float[] {1}, Link.LOGISTIC))
                .isNotEqualTo(new TreeEnsemble(3, List.of(split(1)), new float[] {1}, Link.LOGISTIC))
                .isNotEqualTo(new TreeEnsemble(2, List.of(split(0)), new float[] {1}, Link.LOGISTIC))
                .isNotEqualTo(new TreeEnsemble(2, List.of(split(1)), new float[] {2}, Link.LOGISTIC))
                .isNotEqualTo(new TreeEnsemble(2, List.of(split(1)), new float[] {1}, Link.IDENTITY))
                .isNotEqualTo("1 trees, LOGISTIC");
    }
}
