package io.mlops4j.benchmarks.predict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The look-up of a category's code as somebody would write it by hand who measures what he writes: open addressing on the
 * cached hash, half full at most. The library's own searches a factor under which the names do not collide.
 */
final class Codes {

    private final List<String> known;
    private final String[] names;
    private final int[] codes;
    private final int mask;
    private final int missing;

    /** Codes from 0 in the order of the names; then one for missing, then one for unseen. */
    Codes(List<String> known) {
        this.known = List.copyOf(known);
        int capacity = Integer.highestOneBit(Math.max(4, known.size() * 4));
        names = new String[capacity];
        codes = new int[capacity];
        mask = capacity - 1;
        missing = known.size();
        for (int code = 0; code < known.size(); code++) {
            int slot = hash(known.get(code)) & mask;
            while (names[slot] != null) {
                slot = (slot + 1) & mask;
            }
            names[slot] = known.get(code);
            codes[slot] = code;
        }
    }

    List<String> names() {
        return known;
    }

    int size() {
        return missing + 2;
    }

    int of(@Nullable String name) {
        if (name == null) {
            return missing;
        }
        int slot = hash(name) & mask;
        for (String there = names[slot]; there != null; there = names[slot]) {
            if (name.equals(there)) {
                return codes[slot];
            }
            slot = (slot + 1) & mask;
        }
        return missing + 1;
    }

    private static int hash(String name) {
        int hash = name.hashCode();
        return hash ^ (hash >>> 15);
    }
}
