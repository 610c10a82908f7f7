package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.json.JsonObject;
import io.mlops4j.json.Quoted;
import io.mlops4j.registry.Change.Done;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be done to a version: it is registered or not, and approved or rejected. */
final class VersionChanges {

    private final Change change;

    VersionChanges(Change change) {
        this.change = change;
    }

    Done<ModelVersion> register(Registration registration) {
        Optional<StoredVersion> known =
                registration.idempotencyKey().flatMap(key -> change.versions().find(registration.model(), key));
        if (known.isPresent()) {
            return new Done<>(same(known.get().version(), registration), false);
        }
        BundleContent content = registration.content();
        StoredVersion stored = new StoredVersion(
                new ModelVersion(
                        registration.model(),
                        change.versions().nextNumber(registration.model()),
                        content.digest(),
                        content.size(),
                        registration.verdict(),
                        change.at(),
                        registration.decision().actor(),
                        new Approval.Pending()),
                registration.idempotencyKey());
        change.versions().insert(stored);
        audit(Change.REGISTER, stored.version(), registration.decision(), Change.NOTHING, stored.state());
        return new Done<>(stored.version(), true);
    }

    private static ModelVersion same(ModelVersion known, Registration registration) {
        if (!known.digest().equals(registration.content().digest())) {
            throw new ConflictException(
                    "Model " + registration.model() + ": the idempotency key "
                            + Quoted.of(registration.idempotencyKey().orElse(""))
                            + " belongs to v" + known.number()
                            + ", which has another bundle. Use a key of its own for each registration.",
                    "v" + known.number());
        }
        return known;
    }

    /** Only the audit remembers it. */
    Instant refuse(Registration registration) {
        String wanted = StoredVersion.text(new JsonObject()
                .with("digest", registration.content().digest())
                .with("size", registration.content().size())
                .with("verdict", VerdictJson.write(registration.verdict())));
        change.audit(
                Change.REFUSE,
                registration.model(),
                OptionalInt.empty(),
                Optional.empty(),
                registration.decision(),
                Change.NOTHING,
                wanted);
        return change.at();
    }

    Done<ModelVersion> approve(String model, int number, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        Approval approval = present.version().approval();
        if (approval instanceof Approval.Approved) {
            return new Done<>(present.version(), false);
        } else if (approval instanceof Approval.Rejected) {
            throw new ConflictException(
                    "Version " + number + " of " + model + " cannot be approved: it was " + approval
                            + ". Register another version.",
                    "rejected");
        }
        return decide(Change.APPROVE, present, new Approval.Approved(decision, change.at()), decision);
    }

    Done<ModelVersion> reject(String model, int number, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        if (present.version().approval() instanceof Approval.Rejected) {
            return new Done<>(present.version(), false);
        }
        List<String> aliases = change.aliases().naming(model, number);
        if (!aliases.isEmpty()) {
            throw new ConflictException(
                    "Version " + number + " of " + model + " cannot be rejected while " + aliases
                            + " name it. Move or roll back the alias first.",
                    String.join(", ", aliases));
        }
        return decide(Change.REJECT, present, new Approval.Rejected(decision, change.at()), decision);
    }

    private Done<ModelVersion> decide(String action, StoredVersion before, Approval approval, Decision decision) {
        StoredVersion after = before.with(approval);
        change.versions().updateApproval(after.version());
        audit(action, after.version(), decision, before.state(), after.state());
        return new Done<>(after.version(), true);
    }

    private void audit(String action, ModelVersion version, Decision decision, String before, String after) {
        change.audit(
                action, version.model(), OptionalInt.of(version.number()), Optional.empty(), decision, before, after);
    }
}
