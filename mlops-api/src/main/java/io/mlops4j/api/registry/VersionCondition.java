package io.mlops4j.api.registry;

import java.time.Instant;
import java.util.Set;

/** What a version has to be to be found. */
public sealed interface VersionCondition {

    /**
     * It is of a model.
     *
     * @param name the name of the model
     */
    record OfModel(String name) implements VersionCondition {}

    /**
     * It is of a model whose name begins in some way.
     *
     * @param prefix how the name begins
     */
    record OfModels(String prefix) implements VersionCondition {}

    /**
     * It has a tag.
     *
     * @param name the name of the tag
     * @param value its value
     */
    record Tagged(String name, String value) implements VersionCondition {}

    /**
     * A metric is within a bound.
     *
     * @param bound what is demanded
     */
    record Measured(MetricBound bound) implements VersionCondition {}

    /**
     * It is in one of some standings. Without this condition what was deleted is not found.
     *
     * @param standings at least one
     */
    record In(Set<VersionStanding> standings) implements VersionCondition {

        /** Copies and checks the set. */
        public In {
            standings = Set.copyOf(standings);
            if (standings.isEmpty()) {
                throw new IllegalArgumentException("A version is in one standing at least.");
            }
        }
    }

    /**
     * It was registered in some time.
     *
     * @param from the first instant of it
     * @param until the first instant after it
     */
    record RegisteredBetween(Instant from, Instant until) implements VersionCondition {}

    /**
     * It has a bundle.
     *
     * @param digest the SHA-256 of the bundle
     */
    record WithDigest(String digest) implements VersionCondition {}

    /**
     * It learned from some rows.
     *
     * @param fingerprint the fingerprint of the training rows
     */
    record TrainedOn(String fingerprint) implements VersionCondition {}

    /**
     * It comes from a run.
     *
     * @param run what the run is called elsewhere
     */
    record FromRun(String run) implements VersionCondition {}

    /**
     * It comes from a state of the code.
     *
     * @param commit the state of the code
     */
    record FromCommit(String commit) implements VersionCondition {}
}
