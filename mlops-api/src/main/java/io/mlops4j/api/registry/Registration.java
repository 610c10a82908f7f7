package io.mlops4j.api.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.evaluate.Verdict;
import java.util.Optional;

/**
 * What is to become a version.
 *
 * @param model the name of the model: letters, digits, dot, hyphen and underscore, at most 100
 * @param content the stored form of its bundle
 * @param verdict how it was judged, against the present champion too
 * @param decision who registers it, and why
 * @param idempotencyKey if present, a second registration of the same bundle with the same key gives the same version and
 *     changes nothing: so it can be tried again when nobody knows whether it was stored
 */
public record Registration(
        String model, BundleContent content, Verdict verdict, Decision decision, Optional<String> idempotencyKey) {

    private static final int LONGEST_KEY = 200;

    /** Checks the name and the key. */
    public Registration {
        Names.requireModel(model);
        idempotencyKey.ifPresent(key -> Names.requireLine("An idempotency key", key, LONGEST_KEY));
    }
}
