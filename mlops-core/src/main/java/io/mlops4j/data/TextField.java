package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;

/** A field of free text. */
record TextField(int position) implements FieldParser {

    @Override
    public boolean parse(char[] text, int from, int to, RowBuffer row) {
        if (!SoundText.is(text, from, to)) {
            return false;
        }
        row.text(position, new String(text, from, to - from));
        return true;
    }

    @Override
    public String expected() {
        return "text in UTF-8 without NUL";
    }
}
