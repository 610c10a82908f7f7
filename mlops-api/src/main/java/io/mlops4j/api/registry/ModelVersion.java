package io.mlops4j.api.registry;

import io.mlops4j.api.evaluate.Verdict;
import java.time.Instant;

/**
 * One registered model. All but the approval never changes.
 *
 * @param model the name of the model
 * @param number its number, from 1 without gaps
 * @param digest the SHA-256 of its bundle, 64 hexadecimal digits
 * @param size how many bytes the bundle has
 * @param verdict how it was judged when it was registered, with the champion of that time
 * @param registeredAt when
 * @param registeredBy by whom
 * @param approval whether somebody lets it go live
 */
public record ModelVersion(
        String model,
        int number,
        String digest,
        long size,
        Verdict verdict,
        Instant registeredAt,
        String registeredBy,
        Approval approval) {

    @Override
    public String toString() {
        return model + " v" + number + " (" + digest.substring(0, 12) + ", " + approval + ")";
    }
}
