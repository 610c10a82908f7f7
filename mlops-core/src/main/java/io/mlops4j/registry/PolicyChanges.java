package io.mlops4j.registry;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.json.Quoted;
import io.mlops4j.registry.Change.Done;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be done to models and rules: a model is described, a policy is set, a key is trusted or revoked. */
final class PolicyChanges {

    /** No model can be called so. */
    static final String EVERY_MODEL = "*";

    private final Change change;

    PolicyChanges(Change change) {
        this.change = change;
    }

    Done<RegisteredModel> describe(RegisteredModel model, Decision decision) {
        change.models().add(model.name());
        RegisteredModel before = change.models().require(model.name());
        if (before.equals(model)) {
            return new Done<>(model, false);
        }
        change.models().update(model);
        change.audit(
                Action.DESCRIBE_MODEL,
                model.name(),
                OptionalInt.empty(),
                Optional.empty(),
                decision,
                ModelTable.state(before),
                ModelTable.state(model));
        return new Done<>(model, true);
    }

    /** Gives whether it was another one before, and when. */
    Done<Instant> set(String model, String alias, AliasPolicy policy, Decision decision) {
        // they check the names, before they are stored
        RegisteredModel named = RegisteredModel.named(model);
        new Alias(model, alias, 1, change.at(), decision);
        AliasPolicy before = change.policies().of(named.name(), alias);
        if (before.equals(policy)) {
            return new Done<>(change.at(), false);
        }
        change.policies().set(model, alias, policy);
        change.audit(
                Action.SET_POLICY,
                model,
                OptionalInt.empty(),
                Optional.of(alias),
                decision,
                PolicyJson.write(before),
                PolicyJson.write(policy));
        return new Done<>(change.at(), true);
    }

    Done<TrustedKey> trust(TrustedKey key, Decision decision) {
        if (key.revokedAt().isPresent()) {
            throw new IllegalArgumentException("The " + key + " is revoked already. Trust the key as it was before.");
        }
        Optional<TrustedKey> before = change.policies().key(key.id());
        if (before.isPresent() && before.get().revokedAt().isPresent()) {
            throw new ConflictException(
                    "The " + key + " cannot be trusted: it was revoked at "
                            + before.get().revokedAt().get() + ", which is for ever. Use another key.",
                    "revoked");
        }
        return set(Action.TRUST_KEY, before, key, decision);
    }

    Done<TrustedKey> revoke(String id, Decision decision) {
        TrustedKey before = change.policies()
                .key(id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no key " + Quoted.of(id) + " that was ever trusted, so none is to be revoked."));
        return set(
                Action.REVOKE_KEY,
                Optional.of(before),
                before.revokedAt().isPresent() ? before : before.revoked(change.at()),
                decision);
    }

    private Done<TrustedKey> set(Action action, Optional<TrustedKey> before, TrustedKey after, Decision decision) {
        if (before.equals(Optional.of(after))) {
            return new Done<>(after, false);
        }
        change.policies().set(after);
        change.audit(
                action,
                EVERY_MODEL,
                OptionalInt.empty(),
                Optional.empty(),
                decision,
                before.map(KeyJson::write).orElse(Change.NOTHING),
                KeyJson.write(after));
        return new Done<>(after, true);
    }
}
