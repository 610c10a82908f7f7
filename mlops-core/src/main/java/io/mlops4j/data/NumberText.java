package io.mlops4j.data;

/**
 * Reads decimal numbers: digits with an optional sign, point and exponent.
 *
 * <p>Java's own {@code Double.parseDouble} takes more than that ({@code 1d}, {@code 0x1p3}, {@code NaN}, {@code Infinity},
 * blanks) and needs a string; it is asked only where the digits do not give the nearest double by themselves.
 */
final class NumberText {

    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private NumberText() {}

    /** The nearest double; NaN if the text is no number, is too large for one, or an integer beyond 2^53. */
    static double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative || (at < to && text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int point = -1;
        int first = at;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = significant < MOST_DIGITS ? digits * 10 + digit : digits;
                significant += digits > 0 ? 1 : 0;
            } else if (text[at] == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int decimals = point < 0 ? 0 : at - point - 1;
        boolean anyDigit = at - first > (point < 0 ? 0 : 1);
        boolean exact = significant <= MOST_DIGITS && digits <= EXACT;
        if (!anyDigit || (at < to && !exponent(text, at, to))) {
            return Double.NaN;
        }
        if (at == to && exact && decimals < POWERS_OF_TEN.length) {
            // both sides of the division are exact, so it is rounded once, to the nearest double
            double value = digits / POWERS_OF_TEN[decimals];
            return negative ? -value : value;
        }
        if (at == to && point < 0) {
            return Double.NaN;
        }
        double value = Double.parseDouble(new String(text, from, to - from));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean exponent(char[] text, int from, int to) {
        int at = from;
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        at++;
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        if (at == to) {
            return false;
        }
        for (; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return true;
    }
}
