package io.mlops4j.predict;

import java.util.Arrays;

/**
 * Writes the features that splits read as ordered integers, each twice: for the splits whose missing values go right, and
 * for those whose missing values go left. So a split is one comparison.
 */
final class TreeKeys {

    private final Preparation preparation;
    private final int[] slots;
    private final int size;
    private final NumericFeature[] numbers;
    private final int[] ends;
    private final int[] numberSlots;
    private final boolean interpreted;
    /** Of each categorical column, code after code, the keys of its features; null for a column without any. */
    private final int[][] tables;

    private final boolean[][] known;
    private final int[] widths;
    private final int[] firstSlots;

    TreeKeys(Preparation preparation, TestedFeatures tested) {
        this.preparation = preparation;
        this.slots = new int[preparation.features()];
        Arrays.fill(slots, -1);
        int next = 0;
        for (PreparedColumn column : preparation.columns()) {
            for (int feature : tested.of(column)) {
                slots[feature] = next++;
            }
        }
        size = next;
        NumericColumns columns = new NumericColumns(preparation, tested::contains);
        numbers = columns.features;
        ends = columns.ends;
        interpreted = !preparation.interpreted().isEmpty();
        numberSlots = Arrays.stream(numbers)
                .mapToInt(number -> slots[number.feature()])
                .toArray();
        PreparedColumn[] categories = preparation.categories().toArray(PreparedColumn[]::new);
        tables = new int[categories.length][];
        known = new boolean[categories.length][];
        widths = new int[categories.length];
        firstSlots = new int[categories.length];
        for (int i = 0; i < categories.length; i++) {
            int[] features = tested.of(categories[i]);
            widths[i] = features.length * 2;
            firstSlots[i] = features.length == 0 ? 0 : slots[features[0]] * 2;
            tabulate(i, new CategoryFeatures(categories[i]));
        }
    }

    private void tabulate(int column, CategoryFeatures categories) {
        known[column] = new boolean[categories.size()];
        tables[column] = new int[categories.size() * widths[column]];
        int[] keys = new int[length()];
        for (int code = 0; code < categories.size(); code++) {
            int[] features = categories.features(code);
            double[] values = categories.values(code);
            if (features == null || values == null) {
                continue;
            }
            known[column][code] = true;
            clear(keys);
            for (int i = 0; i < features.length; i++) {
                put(keys, features[i], values[i]);
            }
            System.arraycopy(keys, firstSlots[column], tables[column], code * widths[column], widths[column]);
        }
    }

    /** How many keys there are: two a feature, and one that is always low, for leaves. */
    int length() {
        return size * 2 + 1;
    }

    /** Where a split finds its key. */
    int position(int feature, boolean defaultLeft) {
        return slots[feature] * 2 + (defaultLeft ? 1 : 0);
    }

    /** Where a leaf finds a key that is lower than any threshold. */
    int lowPosition() {
        return size * 2;
    }

    /** Writes the keys of a row. */
    void fill(InputRow row, Workspace work) {
        if (interpreted) {
            row.check();
            interpret(row, work);
            return;
        }
        int[] keys = work.keys(length());
        boolean complete = true;
        for (int i = 0; i < tables.length; i++) {
            int code = row.code(i);
            complete &= known[i][code];
            System.arraycopy(tables[i], code * widths[i], keys, firstSlots[i], widths[i]);
        }
        int feature = 0;
        for (int column = 0; column < ends.length; column++) {
            double number = row.number(column);
            for (; feature < ends[column]; feature++) {
                put(keys, numberSlots[feature], (float) numbers[feature].value(number));
            }
        }
        keys[lowPosition()] = FloatOrder.MISSING_LOW;
        if (!complete) {
            interpret(row, work);
        }
    }

    /** Writes the keys of a row with values that no table has. */
    void interpret(InputRow row, Workspace work) {
        FeatureList features = work.features;
        preparation.evaluate(row, features);
        int[] keys = work.keys(length());
        clear(keys);
        for (int i = 0; i < features.size(); i++) {
            put(keys, features.feature(i), features.value(i));
        }
    }

    private void put(int[] keys, int feature, double value) {
        if (slots[feature] >= 0) {
            put(keys, slots[feature], (float) value);
        }
    }

    private static void put(int[] keys, int slot, float value) {
        boolean missing = Float.isNaN(value);
        int key = FloatOrder.key(value);
        keys[slot * 2] = missing ? FloatOrder.MISSING_HIGH : key;
        keys[slot * 2 + 1] = missing ? FloatOrder.MISSING_LOW : key;
    }

    private void clear(int[] keys) {
        for (int slot = 0; slot < size; slot++) {
            put(keys, slot, Float.NaN);
        }
        keys[lowPosition()] = FloatOrder.MISSING_LOW;
    }
}
