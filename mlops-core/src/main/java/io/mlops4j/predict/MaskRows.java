package io.mlops4j.predict;

/**
 * Combines rows of masks, element by element, in loops that the compiler turns into vector instructions: at most six
 * arrays at a time, and the same index in each, or it does not.
 */
final class MaskRows {

    private static final int TOGETHER = 6;

    private MaskRows() {}

    /**
     * Combines the chosen rows.
     *
     * @param rows all rows
     * @param chosen which of them, at least one
     * @param result takes the combination
     */
    static void and(long[][] rows, int[] chosen, long[] result) {
        int at = Math.min(TOGETHER, chosen.length);
        first(rows, chosen, at, result);
        while (at < chosen.length) {
            int more = Math.min(TOGETHER - 1, chosen.length - at);
            next(rows, chosen, at, more, result);
            at += more;
        }
    }

    private static void first(long[][] rows, int[] chosen, int count, long[] result) {
        long[] a = rows[chosen[0]];
        switch (count) {
            case 1 -> System.arraycopy(a, 0, result, 0, result.length);
            case 2 -> and(result, a, rows[chosen[1]]);
            case 3 -> and(result, a, rows[chosen[1]], rows[chosen[2]]);
            case 4 -> and(result, a, rows[chosen[1]], rows[chosen[2]], rows[chosen[3]]);
            case 5 -> and(result, a, rows[chosen[1]], rows[chosen[2]], rows[chosen[3]], rows[chosen[4]]);
            default ->
                and(result, a, rows[chosen[1]], rows[chosen[2]], rows[chosen[3]], rows[chosen[4]], rows[chosen[5]]);
        }
    }

    private static void next(long[][] rows, int[] chosen, int at, int count, long[] result) {
        long[] a = rows[chosen[at]];
        switch (count) {
            case 1 -> and(result, result, a);
            case 2 -> and(result, result, a, rows[chosen[at + 1]]);
            case 3 -> and(result, result, a, rows[chosen[at + 1]], rows[chosen[at + 2]]);
            case 4 -> and(result, result, a, rows[chosen[at + 1]], rows[chosen[at + 2]], rows[chosen[at + 3]]);
            default ->
                and(
                        result,
                        result,
                        a,
                        rows[chosen[at + 1]],
                        rows[chosen[at + 2]],
                        rows[chosen[at + 3]],
                        rows[chosen[at + 4]]);
        }
    }

    /** Removes from a row what another one lacks. */
    static void and(long[] row, long[] other) {
        and(row, row, other);
    }

    private static void and(long[] result, long[] a, long[] b) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] & b[i];
        }
    }

    private static void and(long[] result, long[] a, long[] b, long[] c) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] & b[i] & c[i];
        }
    }

    private static void and(long[] result, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] & b[i] & c[i] & d[i];
        }
    }

    private static void and(long[] result, long[] a, long[] b, long[] c, long[] d, long[] e) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] & b[i] & c[i] & d[i] & e[i];
        }
    }

    private static void and(long[] result, long[] a, long[] b, long[] c, long[] d, long[] e, long[] f) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] & b[i] & c[i] & d[i] & e[i] & f[i];
        }
    }
}
