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
    static MaskColumn ofNumber(int source, int feature, Bins bins, TreeSplits splits) {
        return new MaskColumn(List.of(splits.rows(feature, bins)), List.of(new Part(source, true, 1)));
    }

    /**
     * The rows of a category; codes that no split tells apart share one.
     *
     * @param cells takes the row of each code, −1 where only the row of input can tell
     */
    static MaskColumn ofCategory(int source, CategoryFeatures known, CategoryRows masks, int[] cells) {
        List<long[]> rows = new ArrayList<>();
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        for (int code = 0; code < known.size(); code++) {
            int[] features = known.features(code);
            double[] values = known.values(code);
            if (features == null || values == null) {
                cells[code] = -1;
                continue;
            }
            long[] row = masks.of(features, values);
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
            rows.add(masks.of(new int[0], new double[0]));
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
                MaskRows.and(row, slow);
                merged.add(row);
            }
        }
        List<Part> all = new ArrayList<>(parts);
        other.parts.forEach(part -> all.add(new Part(part.source(), part.number(), part.stride() * size())));
        return new MaskColumn(merged, all);
    }
}
