package io.mlops4j.benchmarks.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The different masks of a column, one word a tree each.
 *
 * @param rows the masks
 * @param cells which of them each code has; of a column that is merged behind another, how far on it stands
 */
record Masks(long[][] rows, int[] cells) {

    /** The masks of each code, equal ones once. */
    static Masks of(long[][] ofCodes) {
        List<long[]> different = new ArrayList<>();
        int[] cells = new int[ofCodes.length];
        for (int code = 0; code < cells.length; code++) {
            int at = 0;
            while (at < different.size() && !Arrays.equals(different.get(at), ofCodes[code])) {
                at++;
            }
            if (at == different.size()) {
                different.add(ofCodes[code]);
            }
            cells[code] = at;
        }
        return new Masks(different.toArray(long[][]::new), cells);
    }

    /** The same, to be merged behind so many masks. */
    Masks behind(int masks) {
        return new Masks(rows, Arrays.stream(cells).map(cell -> cell * masks).toArray());
    }

    /** Each of these with each of the others, whose cells have to be {@link #behind} as many. */
    long[][] with(Masks others) {
        long[][] merged = new long[rows.length * others.rows.length][];
        for (int i = 0; i < merged.length; i++) {
            long[] mask = rows[i % rows.length].clone();
            long[] other = others.rows[i / rows.length];
            for (int tree = 0; tree < mask.length; tree++) {
                mask[tree] &= other[tree];
            }
            merged[i] = mask;
        }
        return merged;
    }
}
