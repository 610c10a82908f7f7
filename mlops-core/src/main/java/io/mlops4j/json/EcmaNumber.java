package io.mlops4j.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript writes them, which RFC 8785 asks for: the shortest decimal that reads back as the same double, of
 * several the nearest. {@code Double.toString} will not do: it gives other digits on JDK 17 than on JDK 19 and later.
 */
public final class EcmaNumber {

    /** A decimal of so many digits always survives the way through a double that is not subnormal. */
    private static final int SAFE_DIGITS = 15;

    /** So many digits always tell two doubles apart. */
    private static final int ENOUGH_DIGITS = 17;

    /** From here on the fixed notation gives way to the exponent. */
    private static final int MOST_INTEGER_DIGITS = 21;

    private static final int MOST_LEADING_ZEROS = 6;

    /** Below it every integer is a double, and has at most 16 digits. */
    private static final double EXACT = 0x1p53;

    private EcmaNumber() {}

    /**
     * The text of a number.
     *
     * @param value a finite number; −0 becomes 0
     * @return its text, the same on every Java version
     */
    public static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a number that JSON has");
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < EXACT && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        return (value < 0 ? "-" : "") + layout(decimal(Math.abs(value)));
    }

    /** Most numbers of people have few digits, for which the JDK's own text is right on every version. */
    private static BigDecimal decimal(double value) {
        if (value >= Double.MIN_NORMAL) {
            BigDecimal known = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            // it reads back as the same double, and no other decimal of so few digits does
            if (known.precision() <= SAFE_DIGITS) {
                return known;
            }
        }
        return shortest(value);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = value < Double.MIN_NORMAL ? 1 : SAFE_DIGITS; digits < ENOUGH_DIGITS; digits++) {
            // both neighbours: at a power of two the nearest decimal may belong to the next double and the other one
            // not
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean belowFits = below.doubleValue() == value;
            boolean aboveFits = above.doubleValue() == value;
            if (belowFits && aboveFits) {
                return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
            }
            if (belowFits || aboveFits) {
                return (belowFits ? below : above).stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    /** {@code Number::toString} of ECMA-262: the number is 0.digits · 10^point. */
    private static String layout(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int point = digits.length() - number.scale();
        if (digits.length() <= point && point <= MOST_INTEGER_DIGITS) {
            return digits + "0".repeat(point - digits.length());
        }
        if (0 < point && point <= MOST_INTEGER_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_LEADING_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
