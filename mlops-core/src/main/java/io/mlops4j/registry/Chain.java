package io.mlops4j.registry;

import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.json.CanonicalJson;
import io.mlops4j.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** How the rows of the audit hang together: {@code docs/registry.md} describes it for those who check it by other means. */
final class Chain {

    /** The hash before the first row. */
    static final String START = "0".repeat(64);

    private Chain() {}

    /** The row with its hash, which is the SHA-256 of the previous hash and the canonical JSON of all other fields. */
    static AuditEntry link(AuditEntry row) {
        return new AuditEntry(
                row.sequence(),
                row.at(),
                row.action(),
                row.model(),
                row.version(),
                row.alias(),
                row.decision(),
                row.before(),
                row.after(),
                row.previousHash(),
                hash(row));
    }

    /** What the hash of a row has to be. */
    static String hash(AuditEntry row) {
        MessageDigest digest = Digest.sha256();
        digest.update(row.previousHash().getBytes(StandardCharsets.US_ASCII));
        digest.update(CanonicalJson.write(new JsonObject()
                .with("sequence", row.sequence())
                // nanoseconds are beyond what a JSON number holds
                .with("at", Long.toString(EpochNanos.of(row.at())))
                .with("action", row.action())
                .with("model", row.model())
                .with("version", Columns.nullable(row.version()))
                .with("alias", row.alias().orElse(null))
                .with("actor", row.decision().actor())
                .with("reason", row.decision().reason())
                .with("before", row.before())
                .with("after", row.after())));
        return Digest.text(digest);
    }
}
