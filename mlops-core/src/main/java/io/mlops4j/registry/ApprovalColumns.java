package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An approval as the columns of a row; nobody decided anything about one that is pending.
 *
 * @param state which of the three
 * @param actor who decided
 * @param reason why
 * @param at when, in nanoseconds since 1970
 */
record ApprovalColumns(
        String state,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable Long at) {

    private static final String PENDING = "pending";
    private static final String APPROVED = "approved";
    private static final String REJECTED = "rejected";

    static ApprovalColumns of(Approval approval) {
        if (approval instanceof Approval.Approved approved) {
            return decided(APPROVED, approved.decision(), EpochNanos.of(approved.at()));
        } else if (approval instanceof Approval.Rejected rejected) {
            return decided(REJECTED, rejected.decision(), EpochNanos.of(rejected.at()));
        }
        return new ApprovalColumns(PENDING, null, null, null);
    }

    private static ApprovalColumns decided(String state, Decision decision, long at) {
        return new ApprovalColumns(state, decision.actor(), decision.reason(), at);
    }

    /**
     * What they mean.
     *
     * @param where names the row, for messages
     */
    Approval approval(String where) {
        if (state.equals(PENDING)) {
            return new Approval.Pending();
        } else if (actor == null || reason == null || at == null) {
            throw new CorruptArtifactException(
                    where + ": it is " + state + ", but by nobody. Somebody altered the row; restore a backup.");
        }
        Decision decision = new Decision(actor, reason);
        return state.equals(APPROVED)
                ? new Approval.Approved(decision, EpochNanos.instant(at))
                : new Approval.Rejected(decision, EpochNanos.instant(at));
    }

    /** As the audit keeps it. */
    JsonObject json() {
        return new JsonObject()
                .with("state", state)
                .with("actor", actor)
                .with("reason", reason)
                .with("at", at == null ? null : Long.toString(at));
    }

    static ApprovalColumns read(JsonNode json) {
        return new ApprovalColumns(
                StoredJson.string(json, "state"),
                json.path("actor").textValue(),
                json.path("reason").textValue(),
                json.path("at").isNull() ? null : EpochNanos.of(StoredJson.instant(json, "at")));
    }
}
