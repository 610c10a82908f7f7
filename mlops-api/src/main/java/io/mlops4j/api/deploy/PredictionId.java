package io.mlops4j.api.deploy;

import java.time.Instant;

/**
 * The number of an answer: the milliseconds since 2020 in the upper 42 bits, what tells answers of one millisecond apart in
 * the lower 22. Unique within one deployment.
 */
public final class PredictionId {

    /** How many bits lie below the milliseconds. */
    public static final int LOW_BITS = 22;

    private static final long START = 1_577_836_800_000L;
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS = 5;

    private PredictionId() {}

    /**
     * The first number of a millisecond.
     *
     * @param epochMillis milliseconds since 1970, not before 2020
     * @return the number with its lower bits 0
     */
    public static long first(long epochMillis) {
        return Math.max(0, epochMillis - START) << LOW_BITS;
    }

    /**
     * When the answer was given.
     *
     * @param id the number
     * @return the instant, to the millisecond
     */
    public static Instant at(long id) {
        return Instant.ofEpochMilli((id >>> LOW_BITS) + START);
    }

    /**
     * The number as text, whose order is that of the numbers.
     *
     * @param id the number
     * @return 13 letters and digits in lower case (Crockford's base 32)
     */
    public static String format(long id) {
        char[] text = new char[LENGTH];
        long rest = id;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= BITS;
        }
        return new String(text);
    }

    /**
     * The number that a text stands for.
     *
     * @param text what {@link #format} gave
     * @return the number
     * @throws IllegalArgumentException if it is no such text
     */
    public static long parse(String text) {
        long id = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                break;
            }
            id = id << BITS | digit;
        }
        if (text.length() != LENGTH || !format(id).equals(text)) {
            throw new IllegalArgumentException(
                    "The number of a prediction has " + LENGTH + " letters and digits, such as " + format(0) + ".");
        }
        return id;
    }
}
