package io.mlops4j.api.registry;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * One move in the history of an alias.
 *
 * @param sequence the number of its row in the audit, which orders all changes whatever clocks say
 * @param model the name of the model
 * @param alias the alias
 * @param from the version that it named before, or empty if it did not exist
 * @param to the version that it names since, or empty if it was removed
 * @param at when
 * @param decision who moved it, and why
 */
public record AliasMove(
        long sequence, String model, String alias, OptionalInt from, OptionalInt to, Instant at, Decision decision) {

    @Override
    public String toString() {
        return at + " " + alias + ": " + text(from) + " → " + text(to) + " (" + decision + ")";
    }

    private static String text(OptionalInt version) {
        return version.isPresent() ? "v" + version.getAsInt() : "none";
    }
}
