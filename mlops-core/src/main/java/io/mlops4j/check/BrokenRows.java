package io.mlops4j.check;

import io.mlops4j.api.check.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts rows that break an expectation, and remembers the first of them. */
final class BrokenRows {

    private static final int SAMPLED = 10;

    private final List<Integer> sample = new ArrayList<>();
    private long count;

    void add(int row) {
        count++;
        if (sample.size() < SAMPLED) {
            sample.add(row);
        }
    }

    /** The violation, or empty if no row was counted. */
    Optional<Violation> violation(String expectation, String found) {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Violation(expectation, count + (count == 1 ? " row " : " rows ") + found, count, sample));
    }
}
