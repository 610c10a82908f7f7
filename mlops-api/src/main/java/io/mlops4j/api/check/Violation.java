package io.mlops4j.api.check;

import java.util.List;

/**
 * A broken expectation.
 *
 * @param expectation what was expected
 * @param found what was found instead, with the count
 * @param rows how many rows break it
 * @param sample the first rows that break it, from 0; at most ten
 */
public record Violation(String expectation, String found, long rows, List<Integer> sample) {

    /** Copies the list. */
    public Violation {
        sample = List.copyOf(sample);
    }

    @Override
    public String toString() {
        return "expected " + expectation + ", found " + found
                + (sample.isEmpty() ? "" : " (first rows: " + sample + ")");
    }
}
