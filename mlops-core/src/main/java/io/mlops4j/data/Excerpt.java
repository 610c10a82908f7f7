package io.mlops4j.data;

/** Text from outside, fit for a message: short, on one line, and without characters that act. */
final class Excerpt {

    private static final int LONGEST = 40;
    private static final char REPLACEMENT = '\uFFFD';

    private Excerpt() {}

    static String of(char[] text, int from, int to) {
        String start = new String(text, from, Math.min(to - from, LONGEST));
        return harmless(start) + (to - from > LONGEST ? "…" : "");
    }

    static String of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }

    private static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> acts(character) ? REPLACEMENT : character)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean acts(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
