package io.mlops4j.examples.agreement;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import java.util.ArrayList;
import java.util.List;

/** Rows in which every third category is one that nobody has seen, and every fifth number lies far outside. */
final class Strange {

    private static final double[] FAR = {-1e9, -0.0, Double.MIN_VALUE, 1e9, 16_777_217};

    private Strange() {}

    static Dataset of(Dataset rows) {
        Dataset strange = rows;
        for (Column column : rows.schema().columns()) {
            if (column.type() == ColumnType.CATEGORICAL) {
                strange = strange.with(column, categories(rows.categorical(column.name())));
            } else {
                strange = strange.with(column, numbers(rows.numeric(column.name())));
            }
        }
        return strange;
    }

    private static CategoricalValues categories(CategoricalValues values) {
        List<String> names = new ArrayList<>(values.dictionary().names());
        names.add("Atlantis");
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = row % 3 == 0 ? names.size() - 1 : values.code(row);
        }
        return CategoricalValues.wrap(codes, Dictionary.of(names));
    }

    private static NumericValues numbers(NumericValues values) {
        double[] numbers = values.toArray();
        for (int row = 0; row < numbers.length; row += 5) {
            numbers[row] = FAR[row / 5 % FAR.length];
        }
        return NumericValues.wrap(numbers);
    }
}
