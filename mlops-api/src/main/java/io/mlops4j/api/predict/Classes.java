package io.mlops4j.api.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The classes of a target, ordered by the code points of their names. The order is the order of all probabilities.
 *
 * @param names the names, at least two, in order
 * @param positive the name of the class whose probability is <em>the</em> score; of two classes the second unless declared
 *     otherwise, empty for more than two unless declared
 */
public record Classes(List<String> names, Optional<String> positive) {

    /** Compares text by code point, which differs from {@code String}'s own order beyond the basic plane. */
    public static final Comparator<String> BY_CODE_POINT = Classes::byCodePoint;

    /** Checks the order and the positive class. */
    public Classes {
        names = List.copyOf(names);
        if (names.size() < 2) {
            throw new IllegalArgumentException("Classes are at least two, not " + names + ".");
        }
        for (int i = 1; i < names.size(); i++) {
            if (BY_CODE_POINT.compare(names.get(i - 1), names.get(i)) >= 0) {
                throw new IllegalArgumentException("Classes are unique and ordered by code point, not " + names + ".");
            }
        }
        if (positive.isPresent() && !names.contains(positive.get())) {
            throw new IllegalArgumentException("The positive class '" + positive.get() + "' is none of " + names + ".");
        }
        if (positive.isEmpty() && names.size() == 2) {
            positive = Optional.of(names.get(1));
        }
    }

    /**
     * Classes in any order.
     *
     * @param names the names, unique, at least two
     * @param positive the positive class, or empty for the usual one
     * @return the classes, in order
     */
    public static Classes of(Iterable<String> names, Optional<String> positive) {
        List<String> sorted = new ArrayList<>();
        names.forEach(sorted::add);
        sorted.sort(BY_CODE_POINT);
        return new Classes(sorted, positive);
    }

    private static int byCodePoint(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean second = Character.isLowSurrogate(one) || Character.isLowSurrogate(other);
                int from = second && i > 0 && Character.isHighSurrogate(left.charAt(i - 1)) ? i - 1 : i;
                return Integer.compare(left.codePointAt(from), right.codePointAt(from));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /**
     * How many there are.
     *
     * @return at least 2
     */
    public int size() {
        return names.size();
    }

    /**
     * Where a class stands.
     *
     * @param name its name
     * @return its index, from 0, or empty if there is no such class
     */
    public OptionalInt find(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /**
     * Where the positive class stands.
     *
     * @return its index, from 0, or −1 if there is none
     */
    public int positiveIndex() {
        return positive.map(names::indexOf).orElse(-1);
    }
}
