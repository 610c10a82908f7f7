package io.mlops4j.report;

import java.util.Locale;

/**
 * Text of others, fit to be looked at and copied: nothing in it is invisible, turns its neighbours around, or becomes a
 * formula in a spreadsheet.
 */
final class Legible {

    private static final String STARTS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final int FIRST_WIDE = 0x1100;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Legible() {}

    /** Shows what cannot be seen, such as a control character or one that changes the direction, by its number. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (hidden(point)) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** The joiners are part of how some languages are spelled, and harmless. */
    private static boolean hidden(int point) {
        if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> (point & 0xFFFE) == 0xFFFE;
        };
    }

    /**
     * The same with an apostrophe before what a spreadsheet would take for a formula. It looks behind leading white space, which
     * a cell of a page does not keep.
     */
    static String guarded(String text) {
        String shown = of(text);
        int first = 0;
        while (first < shown.length() && isBlank(shown.charAt(first))) {
            first++;
        }
        return first < shown.length() && STARTS_A_FORMULA.indexOf(shown.charAt(first)) >= 0 ? "'" + shown : shown;
    }

    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    /** As much of a text as fits into so many columns, of which a wide character takes two. */
    static String fit(String text, int columns) {
        int[] points = text.codePoints().toArray();
        int used = 0;
        for (int i = 0; i < points.length; i++) {
            int width = points[i] < FIRST_WIDE ? 1 : 2;
            if (used + width > columns || (used + width == columns && i < points.length - 1)) {
                return new String(points, 0, i).stripTrailing() + "…";
            }
            used += width;
        }
        return text;
    }
}
