package io.mlops4j.api.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.evaluate.Verdict;
import java.util.Optional;

/**
 * What is to become a version.
 *
 * @param model the name of the model: letters, digits, dot, hyphen and underscore, at most 100
 * @param content the stored form of its bundle
 * @param facts what the bundle says of itself
 * @param origin where it comes from, as far as the bundle does not say it
 * @param verdict how it was judged, against the present champion too
 * @param decision who registers it, and why
 * @param idempotencyKey if present, a second registration of the same bundle with the same key gives the same version and
 *     changes nothing: so it can be tried again when nobody knows whether it was stored
 */
public record Registration(
        String model,
        BundleContent content,
        VersionFacts facts,
        Origin origin,
        Verdict verdict,
        Decision decision,
        Optional<String> idempotencyKey) {

    private static final int LONGEST_KEY = 200;

    /** Checks the name and the key. */
    public Registration {
        Names.requireModel(model);
        idempotencyKey.ifPresent(key -> Names.requireLine("An idempotency key", key, LONGEST_KEY));
    }

    /**
     * A registration of bytes that nobody opened, so that their facts are not known.
     *
     * @param model the name of the model
     * @param content the stored form of its bundle
     * @param verdict how it was judged
     * @param decision who registers it, and why
     * @param idempotencyKey makes it safe to try again, if present
     */
    public Registration(
            String model, BundleContent content, Verdict verdict, Decision decision, Optional<String> idempotencyKey) {
        this(model, content, VersionFacts.NONE, Origin.NONE, verdict, decision, idempotencyKey);
    }

    /**
     * A registration of a bundle under its own name, with its facts.
     *
     * @param bundle a verified bundle
     * @param verdict how it was judged
     * @param decision who registers it, and why
     * @return the registration
     */
    public static Registration of(Bundle bundle, Verdict verdict, Decision decision) {
        return new Registration(
                bundle.name(),
                bundle.content(),
                VersionFacts.of(bundle),
                Origin.NONE,
                verdict,
                decision,
                Optional.empty());
    }

    /**
     * The same registration with an origin.
     *
     * @param other where it comes from
     * @return a registration that differs in nothing else
     */
    public Registration origin(Origin other) {
        return new Registration(model, content, facts, other, verdict, decision, idempotencyKey);
    }

    /**
     * The same registration with a key, which makes it safe to try again.
     *
     * @param key the key
     * @return a registration that differs in nothing else
     */
    public Registration idempotencyKey(String key) {
        return new Registration(model, content, facts, origin, verdict, decision, Optional.of(key));
    }
}
