package io.mlops4j.api.data;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A share between nothing and everything, so that 10 cannot be taken for 10 %.
 *
 * @param share from 0 to 1
 */
public record Percent(double share) {

    /** Checks the range. */
    public Percent {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A percentage lies between 0 and 100, not " + share * 100 + ".");
        }
    }

    /**
     * So many per cent.
     *
     * @param percent from 0 to 100
     * @return the share
     */
    public static Percent percent(double percent) {
        return new Percent(percent / 100);
    }

    @Override
    public String toString() {
        // a share such as 0.07 is not exact in binary, and 100 times it is 7.000000000000001
        return new BigDecimal(share)
                        .movePointRight(2)
                        .round(new MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
