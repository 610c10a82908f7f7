package io.mlops4j.deploy;

/**
 * What a {@link ModelStore} did since it was opened, and what it holds.
 *
 * @param hits how often a version that was asked for was there, or was being loaded
 * @param loads how often a version was loaded, with or without success
 * @param failures how many of the loads failed
 * @param evictions how many versions were let go to make room
 * @param models how many versions are open now, or being opened
 * @param bytes the sizes of the bundles of all that are open; never more than the limit
 */
public record ModelStoreCounts(long hits, long loads, long failures, long evictions, long models, long bytes) {}
