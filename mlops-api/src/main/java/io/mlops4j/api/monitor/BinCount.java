package io.mlops4j.api.monitor;

/**
 * How many values fell into one bin.
 *
 * @param label what the bin holds: an interval, a category, or one of {@code (missing)}, {@code (unseen)},
 *     {@code (other)}, {@code (below)}, {@code (above)}
 * @param reference how many values of the reference
 * @param current how many values of the window
 */
public record BinCount(String label, long reference, long current) {}
