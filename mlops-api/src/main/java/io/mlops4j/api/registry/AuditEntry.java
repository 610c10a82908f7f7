package io.mlops4j.api.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One change of a registry. Each row has the hash of the row before it, so that none can be altered or left out unseen.
 *
 * @param sequence its number, from 1 without gaps over the whole registry
 * @param at when
 * @param action what was done, such as {@code register}, {@code approve}, {@code move-alias}
 * @param model the name of the model
 * @param version the version, or empty
 * @param alias the alias, or empty
 * @param decision who and why
 * @param before the state before, as canonical JSON
 * @param after the state after, as canonical JSON
 * @param previousHash the hash of the row before, 64 zeros for the first
 * @param hash the SHA-256 of the previous hash and the canonical JSON of all other fields, 64 hexadecimal digits
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String action,
        String model,
        OptionalInt version,
        Optional<String> alias,
        Decision decision,
        String before,
        String after,
        String previousHash,
        String hash) {

    @Override
    public String toString() {
        return sequence + " " + at + " " + action + " " + model
                + (version.isPresent() ? " v" + version.getAsInt() : "")
                + alias.map(name -> " @" + name).orElse("") + " by " + decision;
    }
}
