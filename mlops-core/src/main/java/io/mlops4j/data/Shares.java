package io.mlops4j.data;

import io.mlops4j.api.data.Percent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;

/** How many rows a share of some rows is. */
final class Shares {

    /** A share such as 0.29 is not exact in binary: 100 rows of it are 28.999999999999996. */
    private static final double ROUNDING = 1 + 1e-12;

    private static final MathContext DIGITS = new MathContext(12);

    private Shares() {}

    static int of(Percent share, int rows) {
        return (int) Math.floor(share.share() * rows * ROUNDING);
    }

    /**
     * Shares of several groups that add up to the share of all: each is rounded down, and what is left goes to those from which
     * rounding took most, the first of equals.
     */
    static int[] of(Percent share, int[] groups) {
        int[] counts = Arrays.stream(groups).map(rows -> of(share, rows)).toArray();
        int left =
                of(share, Arrays.stream(groups).sum()) - Arrays.stream(counts).sum();
        Integer[] byRemainder = new Integer[groups.length];
        Arrays.setAll(byRemainder, group -> group);
        Arrays.sort(byRemainder, Comparator.comparingDouble(group -> counts[group] - share.share() * groups[group]));
        for (int i = 0; i < left; i++) {
            counts[byRemainder[i]]++;
        }
        return counts;
    }

    /** Such as 0.8; not by Double.toString, which differs between Java versions. */
    static String describe(Percent share) {
        return new BigDecimal(share.share()).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
