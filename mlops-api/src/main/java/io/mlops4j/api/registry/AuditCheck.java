package io.mlops4j.api.registry;

import java.util.Optional;

/**
 * What an examination of an audit found. It sees whatever was altered by a hand that did not rewrite all later rows and the
 * state too; against such a hand keep the count and the last hash elsewhere, and compare.
 *
 * @param entries how many rows were sound
 * @param lastHash the hash of the last sound row, 64 zeros if there is none
 * @param broken where the chain breaks first, or empty if it is whole and tells of the state as it is
 */
public record AuditCheck(long entries, String lastHash, Optional<BrokenLink> broken) {

    /**
     * The first place in which the audit is not what it was written as.
     *
     * @param sequence the number of the row, or of the last row that tells of what does not agree; 0 if none does
     * @param problem what is wrong, for people
     */
    public record BrokenLink(long sequence, String problem) {

        @Override
        public String toString() {
            return "row " + sequence + ": " + problem;
        }
    }

    /**
     * Whether everything is as it was written.
     *
     * @return whether nothing is broken
     */
    public boolean intact() {
        return broken.isEmpty();
    }

    @Override
    public String toString() {
        return broken.map(link -> "broken at " + link + " (" + entries + " rows before it are sound)")
                .orElse(entries + " rows, intact, last hash " + lastHash);
    }
}
