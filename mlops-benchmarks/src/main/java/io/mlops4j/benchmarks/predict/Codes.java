package io.mlops4j.benchmarks.predict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The look-up of a category's code as somebody would write it by hand who measures what he writes and knows the names
 * beforehand: multiplied by a factor under which no two of their hashes share a slot, so that there is no loop, and one
 * comparison decides. For few names: the search of the factor has no end that is near if there are a hundred.
 */
final class Codes {

    /** 2^32 divided by the golden ratio, odd: where the search of a factor begins. */
    private static final int GOLDEN = 0x9E3779B9;

    private final List<String> known;
    private final String[] names;
    private final int[] codes;
    private final int factor;
    private final int shift;
    private final int missing;

    /** Codes from 0 in the order of the names; then one for missing, then one for unseen. */
    Codes(List<String> known) {
        this.known = List.copyOf(known);
        int capacity = Integer.highestOneBit(Math.max(2, known.size() * 8));
        names = new String[capacity];
        codes = new int[capacity];
        shift = Integer.numberOfLeadingZeros(capacity - 1);
        missing = known.size();
        int odd = GOLDEN;
        while (!apart(odd)) {
            odd += GOLDEN << 1;
        }
        factor = odd;
        for (int code = 0; code < known.size(); code++) {
            int slot = (known.get(code).hashCode() * factor) >>> shift;
            names[slot] = known.get(code);
            codes[slot] = code;
        }
    }

    /** Whether the names have a slot each; two names of the same hash never do, and there are none among these. */
    private boolean apart(int factor) {
        return known.stream()
                        .map(name -> (name.hashCode() * factor) >>> shift)
                        .distinct()
                        .count()
                == known.size();
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
        int slot = (name.hashCode() * factor) >>> shift;
        String there = names[slot];
        return there != null && name.equals(there) ? codes[slot] : missing + 1;
    }
}
