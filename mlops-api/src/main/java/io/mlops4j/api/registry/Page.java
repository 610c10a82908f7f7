package io.mlops4j.api.registry;

import java.util.List;
import java.util.Optional;

/**
 * A part of what was found. Pages are cut by where the last one ended and not by a count, so what is added meanwhile shifts
 * nothing.
 *
 * @param items what was found
 * @param next where this page ended, for the query of the next one; empty if this is the last
 * @param <T> what was looked for
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
