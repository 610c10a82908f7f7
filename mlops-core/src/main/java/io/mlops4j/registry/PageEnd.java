package io.mlops4j.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as the caller keeps it and gives it back.
 *
 * @param value the metric of the last version of the page, or null in an order without one
 * @param sequence the row of the audit that registered it
 */
record PageEnd(@Nullable Double value, long sequence) {

    private static final Pattern TEXT = Pattern.compile("(?:([0-9a-f]{16})-)?([0-9]{1,18})");

    static String of(long sequence) {
        return Long.toString(sequence);
    }

    /** With all bits: a value that was printed and read may not be the same. */
    static String of(double value, long sequence) {
        String bits = Long.toHexString(Double.doubleToLongBits(value));
        return "0".repeat(16 - bits.length()) + bits + "-" + sequence;
    }

    static PageEnd read(String text, boolean byMetric) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || byMetric == (matcher.group(1) == null)) {
            throw new IllegalArgumentException(
                    "This is not where a page of this order ended. Take what the page said, and the same query.");
        }
        return new PageEnd(
                byMetric ? Double.longBitsToDouble(Long.parseUnsignedLong(matcher.group(1), 16)) : null,
                Long.parseLong(matcher.group(2)));
    }
}
