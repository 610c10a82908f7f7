package io.mlops4j.registry;

/**
 * What a sweep came to.
 *
 * @param kept how many of the listed blobs are needed by a version
 * @param condemned how many are not, and wait for their time to be over
 * @param deleted how many were deleted
 * @param bytes how many bytes these had
 */
public record Sweep(long kept, long condemned, long deleted, long bytes) {

    @Override
    public String toString() {
        return kept + " blobs kept, " + condemned + " condemned, " + deleted + " deleted (" + bytes + " bytes)";
    }
}
