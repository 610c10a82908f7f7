package io.mlops4j.check;

/** A number as a person would write it. */
final class Bound {

    /** Above this, not every whole number can be told from the next. */
    private static final double EXACT = 1e15;

    private Bound() {}

    static String text(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
