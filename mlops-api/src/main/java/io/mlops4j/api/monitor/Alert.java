package io.mlops4j.api.monitor;

import java.time.Instant;

/**
 * Something that somebody should know.
 *
 * @param at when it was found
 * @param model the name of the model
 * @param version the version that was watched
 * @param breach the limit that was broken
 * @param message the same for people, one line
 */
public record Alert(Instant at, String model, int version, Breach breach, String message) {}
