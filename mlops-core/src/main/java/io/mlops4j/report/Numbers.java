package io.mlops4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: the same on every JDK and under every locale, and still numbers when they are copied. */
final class Numbers {

    /** What stands where a number is not defined. */
    static final String UNDEFINED = "not defined";

    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final MathContext MANY_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final double LEAST = 0.0001;
    private static final double HUNDRED = 100;
    private static final int PLAIN_FROM = -5;
    private static final int PLAIN_TO = 7;

    private Numbers() {}

    /** Four digits that count, zeros at the end among them, so that the numbers of a table stand below each other. */
    static String of(double value) {
        return isWhole(value) || !Double.isFinite(value) ? brief(value) : text(rounded(value, DIGITS, true));
    }

    /** At most four digits that count. */
    static String brief(double value) {
        return brief(value, DIGITS);
    }

    /** As many digits as somebody may have typed. */
    static String typed(double value) {
        return brief(value, MANY_DIGITS);
    }

    private static String brief(double value, MathContext digits) {
        if (Double.isNaN(value)) {
            return UNDEFINED;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        return isWhole(value) ? Long.toString((long) value) : text(rounded(value, digits, false));
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7;
    }

    /** Digits before the point are never rounded away: 48,230 would look exact. */
    private static BigDecimal rounded(double value, MathContext digits, boolean padded) {
        BigDecimal exact = new BigDecimal(value);
        int whole = exact.precision() - exact.scale();
        int wanted = Math.max(digits.getPrecision(), Math.min(PLAIN_TO, whole));
        BigDecimal rounded = exact.round(new MathContext(wanted, RoundingMode.HALF_EVEN));
        return padded
                ? rounded.setScale(rounded.scale() + wanted - rounded.precision(), RoundingMode.UNNECESSARY)
                : rounded.stripTrailingZeros();
    }

    private static String text(BigDecimal number) {
        int magnitude = number.precision() - number.scale();
        return magnitude > PLAIN_FROM && magnitude <= PLAIN_TO
                ? number.toPlainString()
                : number.stripTrailingZeros().toString().replace('E', 'e');
    }

    /** A probability or an index of which only the first four decimals mean something, and that is seldom exactly nothing. */
    static String small(double value) {
        if (!Double.isFinite(value)) {
            return of(value);
        }
        return value >= 0 && value < LEAST ? "< 0.0001" : fixed(value, 4);
    }

    /** How many, with a comma between thousands. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** So many of a thing, one or several. */
    static String count(long count, String one, String several) {
        return count(count) + " " + (count == 1 ? one : several);
    }

    /** A share as a percentage; none of something is 0 %, and a little is never that. */
    static String share(double share) {
        if (Double.isNaN(share)) {
            return UNDEFINED;
        }
        if (share == 0 || share == 1) {
            return share == 0 ? "0 %" : "100 %";
        }
        double percent = share * HUNDRED;
        if (percent > 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        if (percent > 99.95 && percent < HUNDRED) {
            return "> 99.9 %";
        }
        return fixed(percent, 1) + " %";
    }

    /** A part of a whole as a percentage. */
    static String share(long part, long whole) {
        return share(whole == 0 ? Double.NaN : (double) part / whole);
    }

    /** So many digits after the point, halves to the even neighbour of the exact value. */
    static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A coordinate, to the tenth. */
    static String coordinate(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Nothing is drawn at " + value + ".");
        }
        long tenths = Math.round(value * 10);
        long rest = Math.abs(tenths % 10);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths / 10) + (rest == 0 ? "" : "." + rest);
    }
}
