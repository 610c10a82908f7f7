package io.mlops4j.api.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What happened when another version became live: the answer to "which model is loaded here, since when, and why?".
 *
 * @param model the name of the model
 * @param route which of the live versions was swapped
 * @param from the version before, or empty
 * @param to the version since, or empty if the route was closed
 * @param digest the SHA-256 of its bundle, empty if the route was closed
 * @param at when the reference was swapped
 * @param checks what was done before, in order
 * @param reason why: the decision that moved the alias
 */
public record SwapReceipt(
        String model,
        Route route,
        OptionalInt from,
        OptionalInt to,
        String digest,
        Instant at,
        List<Check> checks,
        String reason) {

    /** Copies the list. */
    public SwapReceipt {
        checks = List.copyOf(checks);
    }

    /**
     * One step that passed.
     *
     * @param name what was done: load, digest, schema, golden rows, warm
     * @param took how long it took
     */
    public record Check(String name, Duration took) {

        @Override
        public String toString() {
            return name + " " + took.toMillis() + " ms";
        }
    }

    /**
     * How long all checks took.
     *
     * @return the sum
     */
    public Duration took() {
        return checks.stream().map(Check::took).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String toString() {
        return at + " " + route + ": " + text(from) + " → " + text(to) + " in " + took().toMillis() + " ms (" + reason
                + ")";
    }

    private static String text(OptionalInt version) {
        return version.isPresent() ? "v" + version.getAsInt() : "none";
    }
}
