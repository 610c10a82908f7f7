package io.mlops4j.predict;

import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.prepare.ColumnMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of features, and the maps through which a value of the input goes to become them.
 *
 * @param offset the index of its first feature
 * @param width how many features it has
 * @param maps the maps, in order
 */
record FeatureBlock(int offset, int width, List<ColumnMap> maps) {

    /** Whether a number stays a number all the way. */
    boolean isNumeric() {
        return maps.stream().allMatch(map -> map instanceof ColumnMap.Numeric);
    }

    /** The maps of a block that {@link #isNumeric}. */
    ColumnMap.Numeric[] numericMaps() {
        return maps.toArray(ColumnMap.Numeric[]::new);
    }

    void ofNumber(double number, FeatureList features) {
        apply(true, number, null, features);
    }

    void ofText(@Nullable String text, FeatureList features) {
        apply(false, Double.NaN, text, features);
    }

    /** Does to one value what the steps do to a column. */
    private void apply(boolean startsAsNumber, double start, @Nullable String startText, FeatureList features) {
        features.block(offset, width);
        boolean isNumber = startsAsNumber;
        double number = start;
        String text = startText;
        for (int i = 0; i < maps.size(); i++) { // an iterator would be an object
            ColumnMap map = maps.get(i);
            if (map instanceof ColumnMap.Numeric numeric) {
                number = numeric.apply(number);
                continue;
            }
            if (isNumber) {
                text = NumericValues.wrap(new double[] {number}).text(0);
            }
            if (map instanceof ColumnMap.Sparse sparse) {
                sparse.apply(text, features);
                return;
            }
            if (map instanceof ColumnMap.Encoding encoding) {
                number = encoding.apply(text);
                isNumber = true;
            } else if (map instanceof ColumnMap.Category category) {
                text = category.apply(text);
                isNumber = false;
            }
        }
        features.add(0, number);
    }
}
