package io.mlops4j.api.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Spelling {

    /** Longer names are not compared: the table would grow with the square of their length. */
    private static final int LONGEST = 100;

    private Spelling() {}

    /** A sentence with a leading blank, or nothing when no name is near. */
    static String didYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(nearest -> " Did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** The nearest name, or nothing when no name is near. */
    static Optional<String> nearest(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> elsewhere = known.stream()
                .sorted()
                .filter(name -> isWithin(name, wrong) || isWithin(wrong, name))
                .findFirst();
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        int tolerated = Math.max(2, wrong.length() / 3);
        return known.stream()
                .filter(name -> name.length() <= LONGEST)
                .sorted()
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .filter(nearest -> distance(wrong, nearest) <= tolerated);
    }

    /** Whether the outer name is the inner one in a nested record: {@code address.city} and {@code city}. */
    private static boolean isWithin(String outer, String inner) {
        int start = outer.length() - inner.length();
        return start > 0
                && outer.charAt(start - 1) == '.'
                && outer.regionMatches(true, start, inner, 0, inner.length());
    }

    /** Damerau's distance (insert, delete, replace, swap neighbours), without regard to case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
