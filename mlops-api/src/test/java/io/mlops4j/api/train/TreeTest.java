package io.mlops4j.api.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void oneOfSeveralIsReadFromTheArraysOfAll() {
        int[] features = {0, 4, 0, 0};
        float[] numbers = {7, 0.5f, 1, 2};
        int[] lefts = {LEAF, 1, LEAF, LEAF};
        int[] rights = {LEAF, 2, LEAF, LEAF};
        boolean[] defaults = {false, true, false, false};

        Tree first = new Tree(0, features, numbers, lefts, rights, defaults, 0, 1);
        Tree second = new Tree(0, features, numbers, lefts, rights, defaults, 1, 4);

        assertThat(first.nodes()).isEqualTo(1);
        assertThat(first.value(0)).isEqualTo(7);
        assertThat(second.nodes()).isEqualTo(3);
        assertThat(second.feature(0)).isEqualTo(4);
        assertThat(second.defaultLeft(0)).isTrue();
        assertThat(second.value(second.right(0))).isEqualTo(2);
    }

    @Test
    void oneOfSeveralReachesIntoNoOther() {
        int[] features = {0, 0, 0, 0};
        float[] numbers = new float[4];
        int[] lefts = {1, LEAF, LEAF, LEAF};
        int[] rights = {3, LEAF, LEAF, LEAF};
        boolean[] defaults = new boolean[4];

        for (int[] range : new int[][] {{0, 3}, {0, 5}, {-1, 2}, {2, 1}, {1, 1}}) {
            assertThatIllegalArgumentException()
                    .as("from %s to %s", range[0], range[1])
                    .isThrownBy(() -> new Tree(0, features, numbers, lefts, rights, defaults, range[0], range[1]));
        }
    }

    private static final int LEAF = Tree.LEAF;

    /** A split whose left side splits again: 0 → (1 → (3, 4), 2). */
    private static Tree five() {
        return tree(new int[] {1, 3, LEAF, LEAF, LEAF}, new int[] {2, 4, LEAF, LEAF, LEAF});
    }

    private static Tree tree(int[] lefts, int[] rights) {
        int nodes = lefts.length;
        return new Tree(0, new int[nodes], new float[nodes], lefts, rights, new boolean[nodes]);
    }

    @Test
    void givesBackItsNodes() {
        Tree tree = new Tree(
                2,
                new int[] {7, 0, 0},
                new float[] {0.5f, -1, 1},
                new int[] {1, LEAF, LEAF},
                new int[] {2, LEAF, LEAF},
                new boolean[] {true, false, false});

        assertThat(tree.margin()).isEqualTo(2);
        assertThat(tree.nodes()).isEqualTo(3);
        assertThat(tree.isLeaf(0)).isFalse();
        assertThat(tree.feature(0)).isEqualTo(7);
        assertThat(tree.threshold(0)).isEqualTo(0.5f);
        assertThat(tree.left(0)).isEqualTo(1);
        assertThat(tree.right(0)).isEqualTo(2);
        assertThat(tree.defaultLeft(0)).isTrue();
        assertThat(tree.isLeaf(1)).isTrue();
        assertThat(tree.value(1)).isEqualTo(-1f);
        assertThat(tree.value(2)).isEqualTo(1f);
        assertThat(tree.left(2)).isEqualTo(LEAF);
        assertThat(tree.right(2)).isEqualTo(LEAF);
        assertThat(tree).hasToString("tree of 3 nodes for margin 2");
    }

    @Test
    void aLeafAloneIsATree() {
        assertThat(tree(new int[] {LEAF}, new int[] {LEAF}).isLeaf(0)).isTrue();
    }

    @Test
    void doesNotFollowChangesOfItsArrays() {
        int[] lefts = {1, LEAF, LEAF};
        float[] numbers = {1, 2, 3};
        Tree tree = new Tree(0, new int[3], numbers, lefts, new int[] {2, LEAF, LEAF}, new boolean[3]);

        lefts[0] = 0;
        numbers[1] = 9;

        assertThat(tree.left(0)).isEqualTo(1);
        assertThat(tree.value(1)).isEqualTo(2f);
    }

    @Test
    @Tag("T02")
    void refusesACircle() {
        refused("child 0 that is not its own", new int[] {0, LEAF, LEAF}, new int[] {2, LEAF, LEAF});
        refused("Node 1 of a tree has a child 0", new int[] {1, 0, LEAF, LEAF, LEAF}, new int[] {2, 4, LEAF, LEAF, LEAF
        });
    }

    @Test
    void refusesAChildThatIsNotThere() {
        refused("child 3 that is not its own", new int[] {1, LEAF, LEAF}, new int[] {3, LEAF, LEAF});
        refused("child -2 that is not its own", new int[] {-2, LEAF, LEAF}, new int[] {2, LEAF, LEAF});
    }

    @Test
    void refusesAChildOfTwoParents() {
        refused("child 1 that is not its own", new int[] {1, LEAF, LEAF}, new int[] {1, LEAF, LEAF});
        refused("Node 1 of a tree has a child 2", new int[] {1, 2, LEAF, LEAF}, new int[] {2, 3, LEAF, LEAF});
    }

    @Test
    void refusesASingleChild() {
        refused("child -1 that is not its own", new int[] {1, LEAF}, new int[] {LEAF, LEAF});
        refused("child -1 that is not its own", new int[] {LEAF, LEAF}, new int[] {1, LEAF});
    }

    @Test
    void refusesANodeThatNothingReaches() {
        refused("Node 1 of a tree has no parent before it", new int[] {LEAF, LEAF}, new int[] {LEAF, LEAF});
    }

    @Test
    void refusesArraysThatDoNotFit() {
        int[] leaf = {LEAF};
        assertThatIllegalArgumentException().isThrownBy(() -> tree(new int[0], new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(leaf, new int[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tree(0, new int[2], new float[1], leaf, leaf, new boolean[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tree(0, new int[1], new float[2], leaf, leaf, new boolean[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tree(0, new int[1], new float[1], leaf, leaf, new boolean[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tree(-1, new int[1], new float[1], leaf, leaf, new boolean[1]));
    }

    @Test
    void refusesASplitByANegativeFeatureButNotALeafWithOne() {
        int[] lefts = {1, LEAF, LEAF};
        int[] rights = {2, LEAF, LEAF};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tree(0, new int[] {-1, 0, 0}, new float[3], lefts, rights, new boolean[3]))
                .withMessageContaining("Node 0 of a tree reads feature -1");
        assertThat(new Tree(0, new int[] {0, -1, -1}, new float[3], lefts, rights, new boolean[3]).nodes())
                .isEqualTo(3);
    }

    @Test
    void equalsATreeOfTheSameNodes() {
        assertThat(five()).isEqualTo(five()).hasSameHashCodeAs(five()).isNotEqualTo("tree");
        int[] lefts = {1, LEAF, LEAF};
        int[] rights = {2, LEAF, LEAF};
        Tree base = new Tree(0, new int[3], new float[3], lefts, rights, new boolean[3]);
        List<Tree> others = List.of(
                new Tree(1, new int[3], new float[3], lefts, rights, new boolean[3]),
                new Tree(0, new int[] {1, 0, 0}, new float[3], lefts, rights, new boolean[3]),
                new Tree(0, new int[3], new float[] {0, 0, -0f}, lefts, rights, new boolean[3]),
                new Tree(0, new int[3], new float[3], rights, lefts, new boolean[3]),
                new Tree(0, new int[3], new float[3], lefts, rights, new boolean[] {true, false, false}));
        assertThat(others).doesNotContain(base);
    }

    private static void refused(String problem, int[] lefts, int[] rights) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree(lefts, rights))
                .withMessageContaining(problem);
    }
}
