package io.mlops4j.api.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deployment looks like at one moment.
 *
 * @param model the name of the model
 * @param at the moment
 * @param champion the version that most rows go to
 * @param challenger the version that is tried, or empty
 * @param previous the version that was champion before and is still loaded, or empty
 * @param fallbacks how many answers the caller's own rule gave
 * @param unanswered how many rows nobody could answer
 * @param refused how many rows were refused because they were not as they should be
 * @param feedback how often each kind of feedback came
 * @param failures versions that should be live and are not
 * @param registryError why the registry could not be asked last time, or empty; what is live stays live
 * @param staleSince when the registry said last that this is to be live, if it could not be asked last time; else empty
 * @param receipts the latest swaps, at most 100, the latest last
 */
public record DeploymentStatus(
        String model,
        Instant at,
        LiveVersion champion,
        Optional<LiveVersion> challenger,
        Optional<LiveVersion> previous,
        long fallbacks,
        long unanswered,
        long refused,
        Map<Feedback, Long> feedback,
        List<SwapFailure> failures,
        Optional<String> registryError,
        Optional<Instant> staleSince,
        List<SwapReceipt> receipts) {

    /** Copies the collections. */
    public DeploymentStatus {
        feedback = Map.copyOf(feedback);
        failures = List.copyOf(failures);
        receipts = List.copyOf(receipts);
    }
}
