package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionAction;
import io.mlops4j.api.registry.VersionAction.Outcome;
import io.mlops4j.api.registry.VersionStanding;
import io.mlops4j.api.registry.VersionState;
import io.mlops4j.api.registry.VersionState.Deletion;
import io.mlops4j.json.JsonObject;
import io.mlops4j.json.Quoted;
import io.mlops4j.registry.Change.Done;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What can be done to a version: it is registered or not, and then whatever {@link VersionAction} lists. */
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
        registration.origin().parent().ifPresent(parent -> change.versions().require(registration.model(), parent));
        change.models().add(registration.model());
        BundleContent content = registration.content();
        StoredVersion stored = new StoredVersion(
                new ModelVersion(
                        registration.model(),
                        change.models().nextNumber(registration.model()),
                        content.digest(),
                        content.size(),
                        registration.verdict(),
                        change.at(),
                        registration.decision().actor(),
                        registration.facts(),
                        registration.origin(),
                        VersionState.FRESH),
                registration.idempotencyKey(),
                change.sequence(),
                Optional.empty());
        change.versions().insert(stored);
        audit(Action.REGISTER, stored.version(), registration.decision(), Change.NOTHING, stored.state());
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
        String wanted = StoredJson.text(new JsonObject()
                .with("digest", registration.content().digest())
                .with("size", registration.content().size())
                .with("verdict", VerdictJson.write(registration.verdict())));
        change.audit(
                Action.REFUSE_REGISTRATION,
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
        if (outcome(VersionAction.APPROVE, present.version()) == Outcome.STAYS) {
            return new Done<>(present.version(), false);
        }
        String author = present.version().registeredBy();
        if (decision.actor().equals(author) && change.models().require(model).fourEyes()) {
            throw new PolicyViolationException(
                    "Version " + number + " of " + model + " was not approved.",
                    List.of(new Reason("four eyes", author + " registered it, so somebody else has to approve it")));
        }
        return set(Action.APPROVE, present, new Approval.Approved(decision, change.at()), decision);
    }

    Done<ModelVersion> reject(String model, int number, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        if (outcome(VersionAction.REJECT, present.version()) == Outcome.STAYS) {
            return new Done<>(present.version(), false);
        }
        requireNoAlias(present.version(), "rejected");
        return set(Action.REJECT, present, new Approval.Rejected(decision, change.at()), decision);
    }

    private Done<ModelVersion> set(Action action, StoredVersion before, Approval approval, Decision decision) {
        return set(action, before, before.version().state().with(approval), before.deletedAt(), decision);
    }

    Done<ModelVersion> tag(String model, int number, String tag, Optional<String> value, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        outcome(VersionAction.TAG, present.version());
        Map<String, String> tags = new HashMap<>(present.version().tags());
        value.ifPresentOrElse(text -> tags.put(tag, text), () -> tags.remove(tag));
        return set(Action.TAG, present, present.version().state().with(tags), present.deletedAt(), decision);
    }

    Done<ModelVersion> sign(String model, int number, BundleSignature signature, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        outcome(VersionAction.SIGN, present.version());
        List<BundleSignature> signatures = Stream.concat(
                        present.version().state().signatures().stream()
                                .filter(other -> !other.key().equals(signature.key())),
                        Stream.of(signature))
                .toList();
        return set(Action.SIGN, present, present.version().state().with(signatures), present.deletedAt(), decision);
    }

    Done<ModelVersion> delete(String model, int number, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        if (outcome(VersionAction.DELETE, present.version()) == Outcome.STAYS) {
            return new Done<>(present.version(), false);
        }
        requireNoAlias(present.version(), "deleted");
        return set(Action.DELETE, present, Deletion.SOFT, Optional.of(change.at()), decision);
    }

    Done<ModelVersion> restore(String model, int number, Decision decision) {
        StoredVersion present = change.versions().require(model, number);
        return outcome(VersionAction.RESTORE, present.version()) == Outcome.STAYS
                ? new Done<>(present.version(), false)
                : set(Action.RESTORE, present, Deletion.NONE, Optional.empty(), decision);
    }

    /** Unless somebody restored it meanwhile, or deleted it anew. */
    Done<ModelVersion> purge(VersionTable.Key key, Instant until, Decision decision) {
        StoredVersion present = change.versions().require(key.model(), key.number());
        boolean due = present.version().standing() == VersionStanding.DELETED
                && !present.deletedAt().orElse(Instant.MAX).isAfter(until);
        return due
                ? set(Action.PURGE, present, Deletion.FINAL, present.deletedAt(), decision)
                : new Done<>(present.version(), false);
    }

    private Done<ModelVersion> set(
            Action action, StoredVersion before, Deletion deletion, Optional<Instant> at, Decision decision) {
        return set(action, before, before.version().state().with(deletion), at, decision);
    }

    private Done<ModelVersion> set(
            Action action, StoredVersion before, VersionState state, Optional<Instant> deletedAt, Decision decision) {
        if (state.equals(before.version().state())) {
            return new Done<>(before.version(), false);
        }
        StoredVersion after = before.with(state, deletedAt);
        change.versions().update(after);
        audit(action, after.version(), decision, before.state(), after.state());
        return new Done<>(after.version(), true);
    }

    /** What the table of transitions says, unless it says that it cannot be. */
    private static Outcome outcome(VersionAction action, ModelVersion version) {
        VersionStanding standing = version.standing();
        Outcome outcome = action.on(standing);
        if (outcome == Outcome.REFUSED) {
            throw new ConflictException(
                    "Version " + version.number() + " of " + version.model() + " cannot be " + action.past()
                            + ": it was "
                            + (standing == VersionStanding.REJECTED
                                    ? version.approval() + ". Register another version."
                                    : standing == VersionStanding.DELETED
                                            ? "deleted. Restore it first."
                                            : "purged, which is for ever. Register another version."),
                    standing.name().toLowerCase(Locale.ROOT));
        }
        return outcome;
    }

    private void requireNoAlias(ModelVersion version, String wanted) {
        List<String> aliases = change.aliases().naming(version.model(), version.number());
        if (!aliases.isEmpty()) {
            throw new ConflictException(
                    "Version " + version.number() + " of " + version.model() + " cannot be " + wanted + " while "
                            + aliases + " name it. Move or roll back the alias first.",
                    String.join(", ", aliases));
        }
    }

    private void audit(Action action, ModelVersion version, Decision decision, String before, String after) {
        change.audit(
                action, version.model(), OptionalInt.of(version.number()), Optional.empty(), decision, before, after);
    }
}
