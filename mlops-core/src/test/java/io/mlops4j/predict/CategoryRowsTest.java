package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CategoryRowsTest {

    private static final int FEATURES = 30;

    private final SplittableRandom random = new SplittableRandom(1);
    private final TreeEnsemble ensemble =
            new RandomTrees(random, FEATURES).ensemble(40, Lanes.LEAVES, 1, Link.IDENTITY);
    private final Lanes lanes = new Lanes(new EnsembleShape(ensemble));
    private final TreeSplits splits = new TreeSplits(lanes, FEATURES);
    private final int[] tested = IntStream.range(5, 25).toArray();

    /** Tree after tree, by what a split is said to do with a number and without one. */
    private long[] expected(int[] features, double[] values) {
        Map<Integer, Float> given = new HashMap<>();
        for (int i = 0; i < features.length; i++) {
            given.put(features[i], (float) values[i]);
        }
        long[] row = lanes.all();
        lanes.eachSplit((lane, tree, node, mask) -> {
            int feature = tree.feature(node);
            float value = given.getOrDefault(feature, Float.NaN);
            boolean left = Float.isNaN(value) ? tree.defaultLeft(node) : value < tree.threshold(node);
            if (IntStream.of(tested).anyMatch(own -> own == feature) && !left) {
                row[lane] &= mask;
            }
        });
        return row;
    }

    private void givesWhatEachSplitLeaves(int categories) {
        CategoryRows rows = new CategoryRows(lanes, splits, tested, categories);
        for (int i = 0; i < 200; i++) {
            int[] features =
                    random.ints(random.nextInt(4), 0, FEATURES).distinct().toArray();
            double[] values = random.doubles(features.length, -2, 4).toArray();
            assertThat(rows.of(features, values)).isEqualTo(expected(features, values));
        }
        assertThat(rows.of(new int[] {tested[0]}, new double[] {Double.NaN}))
                .isEqualTo(expected(new int[0], new double[0]));
    }

    @Test
    void theRowOfACategoryIsWhatEachSplitLeaves() {
        givesWhatEachSplitLeaves(100);
    }

    /** A file may name more features of a column than it names categories; what is combined beforehand is bounded by those. */
    @Test
    @Tag("T02")
    void aColumnWithManyMoreFeaturesThanCategoriesIsReadCategoryByCategory() {
        givesWhatEachSplitLeaves(2);
    }
}
