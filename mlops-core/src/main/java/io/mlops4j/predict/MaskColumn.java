package io.mlops4j.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of masks that one or several columns choose from. Of several columns, a cell counts like a number whose digits
 * are the columns' own cells: the first changes fastest.
 */
final class MaskColumn {

    /** A column that takes part, and what one of its own cells counts. */
    record Part(int source, boolean number, int stride) {}

    final List<long[]> rows;
    final List<Part> parts;

    private MaskColumn(List<long[]> rows, List<Part> parts) {
        this.rows = rows;
        this.parts = parts;
    }

    /** The rows of a number: one a bin. */
    static MaskColumn ofNumber(int source, Bins bins, List<Split> splits, Lanes lanes) {
        List<long[]> rows = new ArrayList<>();
        List<List<Split>> starting = new ArrayList<>();
        for (int bin = 0; bin < bins.count(); bin++) {
            starting.add(new ArrayList<>());
        }
        for (Split split : splits) {
            starting.get(bins.find(split.key())).add(split);
        }
        long[] row = lanes.all();
        for (int bin = 0; bin < bins.missing(); bin++) {
            // from here on numbers are at least these thresholds, and go right
            for (Split split : starting.get(bin)) {
                row[split.lane()] &= split.mask();
            }
            rows.add(row.clone());
        }
        long[] missing = lanes.all();
        splits.forEach(split -> split.apply(Float.NaN, missing));
        rows.add(missing);
        return new MaskColumn(rows, List.of(new Part(source, true, 1)));
    }

    /**
     * The rows of a category; codes that no split tells apart share one.
     *
     * @param cells takes the row of each code, −1 where only the row of input can tell
     */
    static MaskColumn ofCategory(
            int source, CategoryFeatures known, List<List<Split>> splits, int[] tested, Lanes lanes, int[] cells) {
        List<long[]> rows = new ArrayList<>();
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        for (int code = 0; code < known.size(); code++) {
            int[] features = known.features(code);
            double[] values = known.values(code);
            if (features == null || values == null) {
                cells[code] = -1;
                continue;
            }
            long[] row = lanes.all();
            for (int feature : tested) {
                float value = Float.NaN;
                for (int i = 0; i < features.length; i++) {
                    value = features[i] == feature ? (float) values[i] : value;
                }
                for (Split split : splits.get(feature)) {
                    split.apply(value, row);
                }
            }
            List<Integer> alike = byHash.computeIfAbsent(Arrays.hashCode(row), hash -> new ArrayList<>());
            int cell = alike.stream()
                    .filter(other -> Arrays.equals(rows.get(other), row))
                    .findFirst()
                    .orElse(rows.size());
            if (cell == rows.size()) {
                rows.add(row);
                alike.add(cell);
            }
            cells[code] = cell;
        }
        if (rows.isEmpty()) {
            rows.add(lanes.all());
        }
        return new MaskColumn(rows, List.of(new Part(source, false, 1)));
    }

    int size() {
        return rows.size();
    }

    /** This column and another as one. */
    MaskColumn merge(MaskColumn other) {
        List<long[]> merged = new ArrayList<>();
        for (long[] slow : other.rows) {
            for (long[] fast : rows) {
                long[] row = fast.clone();
                for (int lane = 0; lane < row.length; lane++) {
                    row[lane] &= slow[lane];
                }
                merged.add(row);
            }
        }
        List<Part> all = new ArrayList<>(parts);
        other.parts.forEach(part -> all.add(new Part(part.source(), part.number(), part.stride() * size())));
        return new MaskColumn(merged, all);
    }
}
