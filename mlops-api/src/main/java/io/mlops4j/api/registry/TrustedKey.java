package io.mlops4j.api.registry;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A public key whose signatures count, for some models and some time. Anything that is not known for sure does not count.
 *
 * @param owner whose it is: one line, at most 200 characters
 * @param publicKey the Ed25519 key, as X.509 in Base64
 * @param models the models that it may sign, by name; empty for every model
 * @param from the first instant at which it counts
 * @param until the first instant at which it counts no longer
 * @param revokedAt since when it does not count at all, or empty
 */
public record TrustedKey(
        String owner, String publicKey, List<String> models, Instant from, Instant until, Optional<Instant> revokedAt) {

    private static final int LONGEST_OWNER = 200;

    /** Copies and checks. */
    public TrustedKey {
        Names.requireLine("The owner of a key", owner, LONGEST_OWNER);
        models = List.copyOf(models);
        models.forEach(Names::requireModel);
        decode(publicKey);
    }

    /**
     * A key that may sign every model.
     *
     * @param owner whose it is
     * @param key the public key
     * @param from the first instant at which it counts
     * @param until the first instant at which it counts no longer
     * @return the key
     * @throws IllegalArgumentException if it is not one of Ed25519
     */
    public static TrustedKey of(String owner, PublicKey key, Instant from, Instant until) {
        Ed25519.id(key);
        return new TrustedKey(
                owner, Base64.getEncoder().encodeToString(key.getEncoded()), List.of(), from, until, Optional.empty());
    }

    /**
     * The same key for some models only.
     *
     * @param names the models that it may sign; at least one
     * @return a key that differs in nothing else
     */
    public TrustedKey only(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("A key for some models only needs the name of one.");
        }
        return new TrustedKey(owner, publicKey, List.of(names), from, until, revokedAt);
    }

    /**
     * The same key, which counts no longer, whenever it signed.
     *
     * @param at since when
     * @return a key that differs in nothing else
     */
    public TrustedKey revoked(Instant at) {
        return new TrustedKey(owner, publicKey, models, from, until, Optional.of(at));
    }

    /**
     * Its identity, which is a digest of the key and so cannot be another one's.
     *
     * @return the SHA-256 of the X.509 form, 64 hexadecimal digits
     */
    public String id() {
        return Ed25519.id(key());
    }

    /**
     * The key.
     *
     * @return the public key
     */
    public PublicKey key() {
        return decode(publicKey);
    }

    /**
     * Why its signature of a model does not count.
     *
     * @param model the name of the model
     * @param at the present time; what was signed earlier counts only as long as the key does
     * @return the reason, or empty if it counts
     */
    public Optional<String> objection(String model, Instant at) {
        if (revokedAt.isPresent()) {
            return Optional.of("was revoked");
        } else if (at.isBefore(from)) {
            return Optional.of("does not count yet");
        } else if (!at.isBefore(until)) {
            return Optional.of("has expired");
        } else if (!models.isEmpty() && !models.contains(model)) {
            return Optional.of("may not sign this model");
        }
        return Optional.empty();
    }

    private static PublicKey decode(String text) {
        try {
            return Ed25519.decode(Base64.getDecoder().decode(text));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("A public key is an Ed25519 key as X.509 in Base64.", e);
        }
    }

    @Override
    public String toString() {
        return "key " + id().substring(0, 12) + " of " + owner;
    }
}
