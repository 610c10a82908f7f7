package io.mlops4j.check;

import io.mlops4j.api.check.Violation;
import io.mlops4j.api.error.InvalidDataException;
import java.util.List;

/**
 * Everything that data break.
 *
 * @param stops what stops a run
 * @param warnings what only warns
 */
public record CheckReport(List<Violation> stops, List<Violation> warnings) {

    /**
     * Copies the lists.
     *
     * @param stops what stops a run
     * @param warnings what only warns
     */
    public CheckReport {
        stops = List.copyOf(stops);
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether a run may go on.
     *
     * @return whether nothing stops it
     */
    public boolean passed() {
        return stops.isEmpty();
    }

    /**
     * Stops if there is anything to stop for.
     *
     * @param source what the message calls the data
     * @throws InvalidDataException if there is, with every violation
     */
    public void orThrow(String source) {
        if (!passed()) {
            throw new InvalidDataException(
                    source + " is not as expected. Mend the data, change the expectation, or let it only warn:",
                    stops.stream().map(Violation::toString).toList());
        }
    }
}
