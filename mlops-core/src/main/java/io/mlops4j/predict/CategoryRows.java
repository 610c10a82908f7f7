package io.mlops4j.predict;

/**
 * Makes the row of masks of one category of a column after the other. A category has few features of its column, most often
 * one, so what the absence of all features before and behind each one leaves is combined once for all categories.
 */
final class CategoryRows {

    private final Lanes lanes;
    private final TreeSplits splits;
    private final int[] tested;
    private final boolean combined;
    /** What remains if the features before this one are absent; the last one is without any feature. */
    private final long[][] before;
    /** What remains if this feature and those behind it are absent. */
    private final long[][] behind;

    /**
     * The rows of a column.
     *
     * @param tested the features of the column that a split reads, rising
     * @param categories how many rows will be asked for. A model file may name far more features than categories, and what
     *     is kept of each would be memory that no limit knows of; then nothing is combined beforehand.
     */
    CategoryRows(Lanes lanes, TreeSplits splits, int[] tested, int categories) {
        this.lanes = lanes;
        this.splits = splits;
        this.tested = tested;
        this.combined = tested.length <= 2L * categories;
        this.before = new long[combined ? tested.length + 1 : 0][];
        this.behind = new long[combined ? tested.length + 1 : 0][];
        if (combined) {
            combine();
        }
    }

    private void combine() {
        before[0] = lanes.all();
        behind[tested.length] = lanes.all();
        for (int i = 0; i < tested.length; i++) {
            int last = tested.length - 1 - i;
            before[i + 1] = before[i].clone();
            behind[last] = behind[last + 1].clone();
            splits.apply(tested[i], Float.NaN, before[i + 1]);
            splits.apply(tested[last], Float.NaN, behind[last]);
        }
    }

    /** The row of a category with these features, each once. */
    long[] of(int[] features, double[] values) {
        int present = 0;
        int place = tested.length;
        double value = Double.NaN;
        for (int i = 0; i < tested.length; i++) {
            for (int k = 0; k < features.length; k++) {
                if (features[k] == tested[i]) {
                    present++;
                    place = i;
                    value = values[k];
                }
            }
        }
        if (present > 1 || !combined) {
            return anew(features, values);
        }
        long[] row = before[place].clone();
        if (present == 1) {
            MaskRows.and(row, behind[place + 1]);
            splits.apply(tested[place], (float) value, row);
        }
        return row;
    }

    private long[] anew(int[] features, double[] values) {
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
}
