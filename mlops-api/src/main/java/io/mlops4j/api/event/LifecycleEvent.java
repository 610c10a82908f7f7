package io.mlops4j.api.event;

import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.api.registry.VersionAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that happened in the life of a model. Events are values; listeners may keep them. */
public sealed interface LifecycleEvent {

    /**
     * When it happened, by the clock that was given to the library.
     *
     * @return the instant
     */
    Instant at();

    /**
     * The pipeline or model that it is about.
     *
     * @return its name
     */
    String model();

    /**
     * A run began.
     *
     * @param at when
     * @param model the pipeline
     * @param stages the names of the stages to come
     */
    record RunStarted(Instant at, String model, List<String> stages) implements LifecycleEvent {

        /** Copies the list. */
        public RunStarted {
            stages = List.copyOf(stages);
        }
    }

    /**
     * A stage of a run began.
     *
     * @param at when
     * @param model the pipeline
     * @param stage the stage
     */
    record StageStarted(Instant at, String model, String stage) implements LifecycleEvent {}

    /**
     * A stage is under way.
     *
     * @param at when
     * @param model the pipeline
     * @param stage the stage
     * @param done how many units of work are done
     * @param total how many there are in all
     */
    record StageProgressed(Instant at, String model, String stage, long done, long total) implements LifecycleEvent {}

    /**
     * A stage ended well.
     *
     * @param at when
     * @param model the pipeline
     * @param stage the stage
     * @param took how long it took
     * @param outcome what came of it, for people
     */
    record StageFinished(Instant at, String model, String stage, Duration took, String outcome)
            implements LifecycleEvent {}

    /**
     * A source left out broken rows, within what the user tolerates.
     *
     * @param at when
     * @param model the pipeline
     * @param source the name of the source
     * @param rejected how many, and what some of them are
     */
    record RowsRejected(Instant at, String model, String source, RejectedRows rejected) implements LifecycleEvent {}

    /**
     * An expectation that only warns was broken.
     *
     * @param at when
     * @param model the pipeline
     * @param violation what was broken
     */
    record ExpectationBroken(Instant at, String model, Violation violation) implements LifecycleEvent {}

    /**
     * A run ended with a model, good enough or not.
     *
     * @param at when
     * @param model the pipeline
     * @param took how long it took
     * @param verdict whether the model is good enough
     * @param digest the digest of its bundle
     */
    record RunFinished(Instant at, String model, Duration took, Verdict verdict, String digest)
            implements LifecycleEvent {}

    /**
     * A run ended without a model.
     *
     * @param at when
     * @param model the pipeline
     * @param stage the stage in which it failed
     * @param reason the message of the error
     */
    record RunFailed(Instant at, String model, String stage, String reason) implements LifecycleEvent {}

    /**
     * A bundle was loaded and passed its checks.
     *
     * @param at when
     * @param model the name in the bundle
     * @param digest its digest
     * @param took how long it took
     */
    record BundleLoaded(Instant at, String model, String digest, Duration took) implements LifecycleEvent {}

    /**
     * A row type has columns that the model does not know; they are ignored.
     *
     * @param at when
     * @param model the name in the bundle
     * @param columns the columns that the model does not read
     */
    record ExtraColumnsIgnored(Instant at, String model, List<String> columns) implements LifecycleEvent {

        /** Copies the list. */
        public ExtraColumnsIgnored {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A version was registered.
     *
     * @param at when
     * @param model the model
     * @param version the version
     */
    record VersionRegistered(Instant at, String model, ModelVersion version) implements LifecycleEvent {}

    /**
     * A model was not registered, because it is not good enough.
     *
     * @param at when
     * @param model the model
     * @param verdict why
     */
    record RegistrationRefused(Instant at, String model, Verdict verdict) implements LifecycleEvent {}

    /**
     * Somebody approved or rejected a version.
     *
     * @param at when
     * @param model the model
     * @param version the version as it is now
     */
    record ApprovalDecided(Instant at, String model, ModelVersion version) implements LifecycleEvent {}

    /**
     * Somebody changed a version otherwise: its tags or signatures, or deleted, restored or purged it.
     *
     * @param at when
     * @param model the model
     * @param action what was done
     * @param version the version as it is now
     */
    record VersionChanged(Instant at, String model, VersionAction action, ModelVersion version)
            implements LifecycleEvent {}

    /**
     * Somebody said what is known of a model.
     *
     * @param at when
     * @param model the model
     * @param described what is known now
     */
    record ModelDescribed(Instant at, String model, RegisteredModel described) implements LifecycleEvent {}

    /**
     * Somebody set the policy of an alias.
     *
     * @param at when
     * @param model the model
     * @param alias the alias
     * @param policy the policy
     */
    record PolicySet(Instant at, String model, String alias, AliasPolicy policy) implements LifecycleEvent {}

    /**
     * Somebody trusted a key or revoked it.
     *
     * @param at when
     * @param model always {@code *}, for it concerns no single model
     * @param key the key as it is now
     */
    record KeyTrustChanged(Instant at, String model, TrustedKey key) implements LifecycleEvent {}

    /**
     * An alias was moved.
     *
     * @param at when
     * @param model the model
     * @param move from where to where, and why
     */
    record AliasMoved(Instant at, String model, AliasMove move) implements LifecycleEvent {}

    /**
     * Another version is live in this process.
     *
     * @param at when
     * @param model the model
     * @param receipt what was checked before
     */
    record Swapped(Instant at, String model, SwapReceipt receipt) implements LifecycleEvent {}

    /**
     * A version that should be live could not be loaded; what was live still is.
     *
     * @param at when
     * @param model the model
     * @param failure what failed
     */
    record SwapFailed(Instant at, String model, SwapFailure failure) implements LifecycleEvent {}

    /**
     * A deployment could not ask the registry; what was live still is.
     *
     * @param at when
     * @param model the model
     * @param reason the message of the error
     */
    record RegistryUnreachable(Instant at, String model, String reason) implements LifecycleEvent {}

    /**
     * A deployment or a store began with the copy of a version, because the registry was of no use; it goes on asking.
     *
     * @param at when
     * @param model the model
     * @param version the version that is live now
     * @param keptAt when the copy was made
     * @param reason why the registry was of no use
     */
    record StartedFromCopy(Instant at, String model, int version, Instant keptAt, String reason)
            implements LifecycleEvent {}

    /**
     * A monitor checked a window.
     *
     * @param at when
     * @param model the model
     * @param report what it found
     */
    record WindowChecked(Instant at, String model, MonitorReport report) implements LifecycleEvent {}

    /**
     * An alert was raised.
     *
     * @param at when
     * @param model the model
     * @param alert the alert
     */
    record AlertRaised(Instant at, String model, Alert alert) implements LifecycleEvent {}
}
