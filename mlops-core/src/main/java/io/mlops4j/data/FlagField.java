package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;

/** A field that is true or false. */
record FlagField(int position) implements FieldParser {

    private static final String[] TRUE = {"true", "1", "yes"};
    private static final String[] FALSE = {"false", "0", "no"};

    @Override
    public boolean parse(char[] text, int from, int to, RowBuffer row) {
        boolean value = isOneOf(TRUE, text, from, to);
        if (!value && !isOneOf(FALSE, text, from, to)) {
            return false;
        }
        row.flag(position, value);
        return true;
    }

    @Override
    public String expected() {
        return "true or false, 1 or 0, yes or no";
    }

    private static boolean isOneOf(String[] words, char[] text, int from, int to) {
        for (String word : words) {
            if (word.length() == to - from && matches(word, text, from)) {
                return true;
            }
        }
        return false;
    }

    /** Compares capitals of ASCII alone, so that no language has a say. */
    private static boolean matches(String word, char[] text, int from) {
        for (int i = 0; i < word.length(); i++) {
            char character = text[from + i];
            char small = character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
            if (small != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
