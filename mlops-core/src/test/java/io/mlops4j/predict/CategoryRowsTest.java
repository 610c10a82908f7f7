package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.TreeEnsemble;
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

    /** Split after split, for every feature of the column. */
    private long[] expected(int[] features, double[] values) {
        long[] row = lanes.all();
        for (int feature : tested) {
            float value = Float.NaN;
            for (int i = 0; i < features.length; i++) {
                value = features[i] == feature ? (float) values[i] : value;
            }
            splits.apply(feature, value, row);
        }
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
