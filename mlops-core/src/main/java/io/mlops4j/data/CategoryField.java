package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;
import org.jspecify.annotations.Nullable;

/** A field that holds one of a set of names. Names that come again are not made into strings again. */
final class CategoryField implements FieldParser {

    /** As many names as this are remembered, one a slot; a name that finds its slot taken replaces the other. */
    private static final int REMEMBERED = 1 << 10;

    private static final int LONGEST_REMEMBERED = 64;

    private final int position;
    private final @Nullable String[] names = new String[REMEMBERED];

    CategoryField(int position) {
        this.position = position;
    }

    @Override
    public boolean parse(char[] text, int from, int to, RowBuffer row) {
        if (to - from > LONGEST_REMEMBERED) {
            return SoundText.is(text, from, to) && write(new String(text, from, to - from), row);
        }
        int slot = slot(text, from, to);
        String known = names[slot];
        if (known != null && equal(known, text, from, to)) {
            return write(known, row);
        }
        if (!SoundText.is(text, from, to)) {
            return false;
        }
        String name = new String(text, from, to - from);
        names[slot] = name;
        return write(name, row);
    }

    @Override
    public String expected() {
        return "a name in UTF-8 without NUL";
    }

    private boolean write(String name, RowBuffer row) {
        row.category(position, name);
        return true;
    }

    private static int slot(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return (hash ^ (hash >>> 16) ^ (hash >>> 10)) & (REMEMBERED - 1);
    }

    private static boolean equal(String name, char[] text, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
