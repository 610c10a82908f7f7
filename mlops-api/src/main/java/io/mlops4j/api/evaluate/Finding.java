package io.mlops4j.api.evaluate;

/**
 * How one criterion was judged.
 *
 * @param criterion what was demanded
 * @param passed whether it was met
 * @param found what was measured, with the numbers
 */
public record Finding(String criterion, boolean passed, String found) {

    @Override
    public String toString() {
        return (passed ? "passed: " : "missed: ") + criterion + " (" + found + ")";
    }
}
