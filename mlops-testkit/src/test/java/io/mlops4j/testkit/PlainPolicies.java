package io.mlops4j.testkit;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.Policies;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.TrustedKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The rules of a {@link PlainRegistry}, under its lock. */
class PlainPolicies implements Policies {

    final Map<String, AliasPolicy> policies = new HashMap<>();
    final Map<String, TrustedKey> keys = new TreeMap<>();
    final PlainRegistry registry;

    /** Whether it is a broken twin, which trusts again what was revoked. */
    boolean forgiving;

    PlainPolicies(PlainRegistry registry) {
        this.registry = registry;
    }

    @Override
    public AliasPolicy of(String model, String alias) {
        synchronized (registry) {
            return policies.getOrDefault(model + "@" + alias, AliasPolicy.OPEN);
        }
    }

    @Override
    public void set(String model, String alias, AliasPolicy policy, Decision decision) {
        synchronized (registry) {
            RegisteredModel.named(model);
            new Alias(model, alias, 1, registry.clock.instant(), decision);
            AliasPolicy before = of(model, alias);
            if (!before.equals(policy)) {
                policies.put(model + "@" + alias, policy);
                registry.audit(
                        "set-policy",
                        model,
                        OptionalInt.empty(),
                        alias,
                        decision,
                        before.toString(),
                        policy.toString());
                registry.listener.on(new LifecycleEvent.PolicySet(registry.clock.instant(), model, alias, policy));
            }
        }
    }

    @Override
    public List<TrustedKey> keys() {
        synchronized (registry) {
            return List.copyOf(keys.values());
        }
    }

    @Override
    public void trust(TrustedKey key, Decision decision) {
        synchronized (registry) {
            TrustedKey before = keys.get(key.id());
            if (before != null && before.revokedAt().isPresent() && !forgiving) {
                throw new ConflictException("It was revoked.", "revoked");
            }
            put("trust-key", key, decision);
        }
    }

    @Override
    public void revoke(String id, Decision decision) {
        synchronized (registry) {
            TrustedKey before = keys.get(id);
            if (before == null) {
                throw new NotFoundException("There is no such key.");
            } else if (before.revokedAt().isEmpty()) {
                put("revoke-key", before.revoked(registry.clock.instant()), decision);
            }
        }
    }

    void put(String action, TrustedKey key, Decision decision) {
        if (!key.equals(keys.put(key.id(), key))) {
            registry.audit(action, "*", OptionalInt.empty(), null, decision, "", key.toString());
            registry.listener.on(new LifecycleEvent.KeyTrustChanged(registry.clock.instant(), "*", key));
        }
    }
}
