package io.mlops4j.registry;

import io.mlops4j.api.registry.AuditCheck;
import java.util.List;

/**
 * What an examination of a whole registry found.
 *
 * @param blobs how many bundles are sound
 * @param bytes how many bytes these have
 * @param needless how many of them no version needs; that is no fault, and a sweep removes them
 * @param rotten bundles whose bytes were altered; they were put aside
 * @param missing bundles that versions need and that are not there
 * @param audit what is to be said of the audit, and of the rows that it tells of
 */
public record Checkup(
        long blobs, long bytes, long needless, List<Fault> rotten, List<Fault> missing, AuditCheck audit) {

    /** Keeps its own lists. */
    public Checkup {
        rotten = List.copyOf(rotten);
        missing = List.copyOf(missing);
    }

    /**
     * A bundle that is not what it should be.
     *
     * @param digest the SHA-256 that it should have
     * @param versions which versions need it, as {@code model v1}; none if it is needless
     */
    public record Fault(String digest, List<String> versions) {

        /** Keeps its own list. */
        public Fault {
            versions = List.copyOf(versions);
        }

        @Override
        public String toString() {
            return "blob " + digest
                    + (versions.isEmpty() ? ", needed by nothing" : " of " + String.join(", ", versions));
        }
    }

    /**
     * Whether everything is there and as it was written.
     *
     * @return whether nothing is rotten, missing or broken
     */
    public boolean sound() {
        return rotten.isEmpty() && missing.isEmpty() && audit.intact();
    }

    @Override
    public String toString() {
        return blobs + " sound bundles (" + bytes + " bytes), " + needless + " of them needless; rotten: " + rotten
                + "; missing: " + missing + "; audit: " + audit;
    }
}
