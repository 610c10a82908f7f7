package io.mlops4j.registry;

import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.json.CanonicalJson;
import io.mlops4j.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A row of the versions.
 *
 * @param version what everybody sees
 * @param idempotencyKey what the one who registered it called it, if anything
 */
record StoredVersion(ModelVersion version, Optional<String> idempotencyKey) {

    StoredVersion with(Approval approval) {
        return new StoredVersion(
                new ModelVersion(
                        version.model(),
                        version.number(),
                        version.digest(),
                        version.size(),
                        version.verdict(),
                        version.registeredAt(),
                        version.registeredBy(),
                        approval),
                idempotencyKey);
    }

    /** All of it as canonical JSON: what the audit keeps. */
    String state() {
        return text(new JsonObject()
                .with("number", version.number())
                .with("digest", version.digest())
                .with("size", version.size())
                .with("verdict", VerdictJson.write(version.verdict()))
                .with("registered_at", Long.toString(EpochNanos.of(version.registeredAt())))
                .with("registered_by", version.registeredBy())
                .with("idempotency_key", idempotencyKey.orElse(null))
                .with("approval", approval(version.approval())));
    }

    static String text(Object json) {
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
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
