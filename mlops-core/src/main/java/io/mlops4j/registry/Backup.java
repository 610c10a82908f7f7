package io.mlops4j.registry;

/**
 * What is in a backup.
 *
 * @param database the SHA-256 of the database
 * @param bundles how many bundles there are
 * @param bytes how many bytes these have
 * @param entries how many rows the audit has
 * @param lastHash the hash of the last one
 */
public record Backup(String database, long bundles, long bytes, long entries, String lastHash) {

    @Override
    public String toString() {
        return bundles + " bundles (" + bytes + " bytes), " + entries + " rows in the audit, the last one " + lastHash;
    }
}
