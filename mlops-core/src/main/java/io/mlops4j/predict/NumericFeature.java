package io.mlops4j.predict;

import io.mlops4j.api.prepare.ColumnMap;
import java.util.Optional;

/** A feature that is a number all the way from the input. */
final class NumericFeature {

    private final int feature;
    private final ColumnMap.Numeric[] maps;

    NumericFeature(FeatureBlock block) {
        this.feature = block.offset();
        this.maps = block.numericMaps();
    }

    /** The index of the feature. */
    int feature() {
        return feature;
    }

    /** What becomes of a number that is there, if that is a straight line. */
    Optional<Line> line() {
        return Line.of(maps);
    }

    /** The mapped number, NaN if it is missing. */
    double value(double input) {
        double value = input;
        for (ColumnMap.Numeric map : maps) {
            value = map.apply(value);
        }
        return value;
    }
}
