package io.mlops4j.api.registry;

import java.util.List;

/**
 * The rules of a registry: what has to be true of a version so that an alias may be moved to it, and whose signatures count.
 * They hold for every move, from the moment at which they are set. Each change has its row in the audit; those of keys stand
 * under the model {@code *}.
 */
public interface Policies {

    /**
     * The policy of an alias.
     *
     * @param model the name of the model
     * @param alias the alias, which need not exist yet
     * @return the policy, {@link AliasPolicy#OPEN} if nobody set one
     */
    AliasPolicy of(String model, String alias);

    /**
     * Sets the policy of an alias. What the alias names now stays, whatever the policy says of it.
     *
     * @param model the name of the model, which need not have a version yet
     * @param alias the alias, which need not exist yet
     * @param policy the policy
     * @param decision who and why
     */
    void set(String model, String alias, AliasPolicy policy, Decision decision);

    /**
     * The keys that were ever trusted, those that do not count any more too.
     *
     * @return the keys by identity
     */
    List<TrustedKey> keys();

    /**
     * Trusts a key, or changes for which models and how long it is trusted.
     *
     * @param key the key, not revoked
     * @param decision who and why
     * @throws io.mlops4j.api.error.ConflictException if it was revoked: that is for ever
     */
    void trust(TrustedKey key, Decision decision);

    /**
     * Trusts a key no longer, for ever. One that is revoked already stays as it is.
     *
     * @param id the identity of the key
     * @param decision who and why
     * @throws io.mlops4j.api.error.NotFoundException if it was never trusted
     */
    void revoke(String id, Decision decision);
}
