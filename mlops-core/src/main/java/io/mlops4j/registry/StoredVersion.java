package io.mlops4j.registry;

import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionState;
import io.mlops4j.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the versions.
 *
 * @param version what everybody sees
 * @param idempotencyKey what the one who registered it called it, if anything
 * @param sequence the row of the audit that registered it
 * @param deletedAt since when it is deleted, or empty if it is not
 */
record StoredVersion(
        ModelVersion version, Optional<String> idempotencyKey, long sequence, Optional<Instant> deletedAt) {

    StoredVersion with(VersionState state, Optional<Instant> deletedSince) {
        return new StoredVersion(version.with(state), idempotencyKey, sequence, deletedSince);
    }

    /**
     * All of it as canonical JSON: what the audit keeps. What is not there is left out, so that a version of an earlier
     * schema has the state that was written then.
     */
    String state() {
        VersionState state = version.state();
        JsonObject json = new JsonObject()
                .with("number", version.number())
                .with("digest", version.digest())
                .with("size", version.size())
                .with("verdict", VerdictJson.write(version.verdict()))
                .with("registered_at", Long.toString(EpochNanos.of(version.registeredAt())))
                .with("registered_by", version.registeredBy())
                .with("idempotency_key", idempotencyKey.orElse(null))
                .with("approval", approval(version.approval()));
        String facts = FactsJson.write(version.facts());
        if (facts != null) {
            // they never change, and would be most of each row
            json.with("facts", Digest.of(facts.getBytes(StandardCharsets.UTF_8)));
        }
        JsonObject origin = OriginJson.write(version.origin());
        if (origin != null) {
            json.with("origin", origin);
        }
        if (!state.tags().isEmpty()) {
            json.with("tags", state.tags());
        }
        if (!state.signatures().isEmpty()) {
            json.with("signatures", TagsJson.write(state.signatures()));
        }
        if (state.deletion() != VersionState.Deletion.NONE) {
            json.with("deletion", text(state.deletion()))
                    .with(
                            "deleted_at",
                            deletedAt
                                    .map(at -> Long.toString(EpochNanos.of(at)))
                                    .orElse(null));
        }
        return StoredJson.text(json);
    }

    static String text(VersionState.Deletion deletion) {
        return deletion.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject approval(Approval approval) {
        ApprovalColumns columns = ApprovalColumns.of(approval);
        return new JsonObject()
                .with("state", columns.state())
                .with("actor", columns.actor())
                .with("reason", columns.reason())
                .with("at", columns.at() == null ? null : Long.toString(columns.at()));
    }
}
