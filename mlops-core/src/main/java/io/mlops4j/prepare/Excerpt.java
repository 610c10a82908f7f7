package io.mlops4j.prepare;

/** A value from outside as a message may show it: short, on one line, without control characters. */
final class Excerpt {

    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String value) {
        boolean fits = value.length() <= LONGEST;
        return (fits ? value : value.substring(0, LONGEST)).replaceAll("\\p{C}", "?") + (fits ? "" : "…");
    }
}
