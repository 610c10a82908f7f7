package io.mlops4j.api.prepare;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies a column map to every row of a column. A category is mapped once, and only if a row has it: a policy may refuse
 * what no row has.
 */
final class BatchMapping {

    private BatchMapping() {}

    static Values apply(ColumnMap map, Values values) {
        if (map instanceof ColumnMap.Numeric numeric) {
            return numbers(numeric, (NumericValues) values);
        } else if (map instanceof ColumnMap.Category category) {
            return categories(category, (CategoricalValues) values);
        } else if (map instanceof ColumnMap.Encoding encoding) {
            return encoded(encoding, values);
        }
        return sparse((ColumnMap.Sparse) map, values);
    }

    private static Values numbers(ColumnMap.Numeric map, NumericValues values) {
        double[] mapped = new double[values.size()];
        for (int row = 0; row < mapped.length; row++) {
            mapped[row] = map.apply(values.get(row));
        }
        return NumericValues.wrap(mapped);
    }

    private static Values categories(ColumnMap.Category map, CategoricalValues values) {
        NameCodes codes = new NameCodes();
        int[] mapped = new int[values.size()];
        int[] known = new int[values.dictionary().size() + 1];
        Arrays.fill(known, Dictionary.UNSEEN);
        for (int row = 0; row < mapped.length; row++) {
            int code = values.code(row);
            int place = code + 1;
            if (known[place] == Dictionary.UNSEEN) {
                known[place] = codes.of(map.apply(values.dictionary().name(code)));
            }
            mapped[row] = known[place];
        }
        return CategoricalValues.wrap(mapped, Dictionary.of(codes.names));
    }

    private static Values encoded(ColumnMap.Encoding map, Values values) {
        double[] mapped = new double[values.size()];
        if (values instanceof CategoricalValues categories) {
            double[] known = new double[categories.dictionary().size() + 1];
            boolean[] done = new boolean[known.length];
            for (int row = 0; row < mapped.length; row++) {
                int code = categories.code(row);
                int place = code + 1;
                if (!done[place]) {
                    known[place] = map.apply(categories.dictionary().name(code));
                    done[place] = true;
                }
                mapped[row] = known[place];
            }
        } else {
            for (int row = 0; row < mapped.length; row++) {
                mapped[row] = map.apply(values.text(row));
            }
        }
        return NumericValues.wrap(mapped);
    }

    private static Values sparse(ColumnMap.Sparse map, Values values) {
        SparseEntries entries = new SparseEntries(values.size());
        if (values instanceof CategoricalValues categories) {
            // where the entries of the first row with this category are, which the others repeat
            int[] first = new int[categories.dictionary().size() + 1];
            Arrays.fill(first, -1);
            for (int row = 0; row < values.size(); row++) {
                int place = categories.code(row) + 1;
                if (first[place] < 0) {
                    first[place] = row;
                    map.apply(categories.text(row), entries::add);
                } else {
                    entries.repeat(first[place]);
                }
                entries.endRow(row);
            }
        } else {
            for (int row = 0; row < values.size(); row++) {
                map.apply(values.text(row), entries::add);
                entries.endRow(row);
            }
        }
        return entries.build(map.features());
    }

    /** Gives names their codes in the order in which they come. */
    private static final class NameCodes {

        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> codes = new HashMap<>();

        int of(@Nullable String name) {
            if (name == null) {
                return Dictionary.MISSING;
            }
            Integer known = codes.putIfAbsent(name, names.size());
            if (known != null) {
                return known;
            }
            names.add(name);
            return names.size() - 1;
        }
    }
}
