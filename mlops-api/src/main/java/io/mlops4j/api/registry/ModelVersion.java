package io.mlops4j.api.registry;

import io.mlops4j.api.evaluate.Verdict;
import java.time.Instant;
import java.util.Map;

/**
 * One registered model. All but its state never changes.
 *
 * @param model the name of the model
 * @param number its number, from 1 without gaps
 * @param digest the SHA-256 of its bundle, 64 hexadecimal digits
 * @param size how many bytes the bundle has
 * @param verdict how it was judged when it was registered, with the champion of that time
 * @param registeredAt when
 * @param registeredBy by whom, who is its author
 * @param facts what its bundle says of itself
 * @param origin where it comes from, as far as its bundle does not say it
 * @param state approval, deletion, tags and signatures
 */
public record ModelVersion(
        String model,
        int number,
        String digest,
        long size,
        Verdict verdict,
        Instant registeredAt,
        String registeredBy,
        VersionFacts facts,
        Origin origin,
        VersionState state) {

    /**
     * A version of which nothing more is known.
     *
     * @param model the name of the model
     * @param number its number
     * @param digest the SHA-256 of its bundle
     * @param size how many bytes the bundle has
     * @param verdict how it was judged
     * @param registeredAt when
     * @param registeredBy by whom
     * @param approval whether somebody lets it go live
     */
    public ModelVersion(
            String model,
            int number,
            String digest,
            long size,
            Verdict verdict,
            Instant registeredAt,
            String registeredBy,
            Approval approval) {
        this(
                model,
                number,
                digest,
                size,
                verdict,
                registeredAt,
                registeredBy,
                VersionFacts.NONE,
                Origin.NONE,
                VersionState.FRESH.with(approval));
    }

    /**
     * Whether somebody lets it go live.
     *
     * @return the approval
     */
    public Approval approval() {
        return state.approval();
    }

    /**
     * Where it is in its life.
     *
     * @return the standing
     */
    public VersionStanding standing() {
        return state.standing();
    }

    /**
     * What people call it.
     *
     * @return the tags
     */
    public Map<String, String> tags() {
        return state.tags();
    }

    /**
     * The same version in another state.
     *
     * @param other the state
     * @return a version that differs in nothing else
     */
    public ModelVersion with(VersionState other) {
        return new ModelVersion(model, number, digest, size, verdict, registeredAt, registeredBy, facts, origin, other);
    }

    @Override
    public String toString() {
        return model + " v" + number + " (" + digest.substring(0, 12) + ", "
                + (state.deletion() == VersionState.Deletion.NONE
                        ? state.approval()
                        : state.deletion() == VersionState.Deletion.SOFT ? "deleted" : "purged")
                + ")";
    }
}
