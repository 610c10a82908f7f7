package io.mlops4j.registry;

/**
 * What was carried from one registry into another, or into a file.
 *
 * @param versions how many versions
 * @param bundles how many bundles; equal ones count once
 * @param bytes how many bytes these have
 * @param entries how many rows the audit has
 * @param lastHash the hash of the last one
 */
public record Transfer(long versions, long bundles, long bytes, long entries, String lastHash) {

    @Override
    public String toString() {
        return versions + " versions with " + bundles + " bundles (" + bytes + " bytes), " + entries
                + " rows in the audit, the last one " + lastHash;
    }
}
