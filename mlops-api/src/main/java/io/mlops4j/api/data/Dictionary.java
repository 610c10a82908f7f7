package io.mlops4j.api.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names behind the codes of a categorical column: code {@code c} stands for {@code names().get(c)}.
 *
 * <p>Immutable and safe for use by many threads. A look-up compares text, not identity, and makes no object.
 */
public final class Dictionary {

    /** The code of a missing value. */
    public static final int MISSING = -1;

    /** The code of a value that the dictionary does not know. */
    public static final int UNSEEN = -2;

    /** 2^32 divided by the golden ratio: spreads hash codes well. */
    private static final int GOLDEN = 0x9E3779B9;

    /** For more names no factor is searched. */
    private static final int SEARCHED = 256;

    /** At most so many slots are looked at in the search of a factor. */
    private static final int LOOKS = 1 << 13;

    private static final Dictionary EMPTY = new Dictionary(List.of());

    private final List<String> names;
    /** Open addressing, at most half full: a slot holds a name or null. */
    private final @Nullable String[] slots;

    private final int[] codes;
    private final int mask;
    private final int factor;
    private final int shift;

    private Dictionary(List<String> names) {
        this.names = List.copyOf(names);
        int room = names.size() <= SEARCHED ? 8 : 4;
        int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, names.size() * room - 1)));
        this.slots = new String[capacity];
        this.codes = new int[capacity];
        this.mask = capacity - 1;
        this.shift = Integer.numberOfLeadingZeros(mask);
        this.factor = factor(names, shift);
        for (int code = 0; code < names.size(); code++) {
            insert(names.get(code), code);
        }
    }

    /**
     * The factor under which the names collide least. Among up to some thirty names nearly always none do, unless two have the
     * same hash, so that a look-up has no loop that the processor would have to guess.
     */
    private static int factor(List<String> names, int shift) {
        if (names.size() > SEARCHED) {
            return GOLDEN;
        }
        int[] hashes = new int[names.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = names.get(i).hashCode();
        }
        int best = GOLDEN;
        int fewest = Integer.MAX_VALUE;
        int factor = GOLDEN;
        // of each slot the last try that took it
        int[] taken = new int[1 << (Integer.SIZE - shift)];
        for (int tried = 1; tried * hashes.length <= LOOKS && fewest > 0; tried++) {
            int collisions = 0;
            for (int i = 0; i < hashes.length && collisions < fewest; i++) {
                int slot = (hashes[i] * factor) >>> shift;
                collisions += taken[slot] == tried ? 1 : 0;
                taken[slot] = tried;
            }
            if (collisions < fewest) {
                fewest = collisions;
                best = factor;
            }
            factor += GOLDEN << 1; // odd again
        }
        return best;
    }

    private void insert(String name, int code) {
        int slot = slot(name);
        for (String there = slots[slot]; there != null; there = slots[slot]) {
            if (there.equals(name)) {
                throw new IllegalArgumentException("The name '" + name + "' stands twice in a dictionary.");
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = name;
        codes[slot] = code;
    }

    /**
     * A dictionary of these names.
     *
     * @param names unique names; their order gives the codes
     * @return the dictionary
     */
    public static Dictionary of(List<String> names) {
        return names.isEmpty() ? EMPTY : new Dictionary(names);
    }

    /**
     * A dictionary without names.
     *
     * @return the one that knows nothing
     */
    public static Dictionary empty() {
        return EMPTY;
    }

    /**
     * The code of a name.
     *
     * @param name the name, or null for a missing value
     * @return its code from 0, {@link #MISSING} for null, {@link #UNSEEN} for a name that is not in here
     */
    public int code(@Nullable String name) {
        if (name == null) {
            return MISSING;
        }
        int slot = slot(name);
        String first = slots[slot];
        if (first == null) {
            return UNSEEN;
        }
        // not the reverse: a wrong guess of how long the comparison goes on is noticed when the length of the text that
        // asks is there, and that of the name is loaded before the slot is
        return name.equals(first) ? codes[slot] : moved(name, slot);
    }

    /** The code of a name whose first slot another one has. */
    private int moved(String name, int first) {
        int slot = (first + 1) & mask;
        for (String there = slots[slot]; there != null; there = slots[slot]) {
            if (name.equals(there)) {
                return codes[slot];
            }
            slot = (slot + 1) & mask;
        }
        return UNSEEN;
    }

    /**
     * The name behind a code.
     *
     * @param code a code from 0, or {@link #MISSING}
     * @return the name, or null for a missing value
     */
    public @Nullable String name(int code) {
        return code == MISSING ? null : names.get(code);
    }

    /**
     * All names in the order of their codes.
     *
     * @return an immutable list
     */
    public List<String> names() {
        return names;
    }

    /**
     * How many names there are.
     *
     * @return at least 0
     */
    public int size() {
        return names.size();
    }

    private int slot(String name) {
        return (name.hashCode() * factor) >>> shift;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dictionary that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
