package io.mlops4j.data;

/** Tells text from what only looks like it. */
final class SoundText {

    private SoundText() {}

    /** Whether it has neither NUL nor anything that was not UTF-8. */
    static boolean is(char[] text, int from, int to) {
        char previous = 0;
        for (int i = from; i < to; i++) {
            char character = text[i];
            if (character == 0 || Utf8Reader.malformed(previous, character)) {
                return false;
            }
            previous = character;
        }
        return true;
    }
}
