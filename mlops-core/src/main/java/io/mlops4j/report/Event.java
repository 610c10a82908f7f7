package io.mlops4j.report;

import java.time.Instant;

/**
 * Something that happened while a model was watched.
 *
 * @param at when
 * @param label a word or two
 * @param text the whole of it
 */
record Event(Instant at, String label, String text) {}
