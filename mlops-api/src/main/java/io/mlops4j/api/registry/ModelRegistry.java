package io.mlops4j.api.registry;

import io.mlops4j.api.bundle.BundleContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Remembers models, their versions, which of them is live, and how that came to be. Every change is one transaction with its
 * row in the audit. Safe for use by many threads; whether by many processes says the implementation.
 *
 * <p>Methods that change something throw {@link io.mlops4j.api.error.StorageException} if it could not be stored, in which
 * case nothing changed.
 */
public interface ModelRegistry extends AutoCloseable {

    /**
     * Makes a version. Its bundle is stored first, durably; equal bundles are stored once.
     *
     * @param registration what is to become a version
     * @return the version, with the next number of its model
     * @throws io.mlops4j.api.error.CriterionNotMetException if the verdict is not an approval; the refusal is audited
     * @throws io.mlops4j.api.error.ConflictException if the idempotency key belongs to another bundle
     */
    ModelVersion register(Registration registration);

    /**
     * Gives the bundle of a version.
     *
     * @param version a version of this registry
     * @return its stored form, compared with its digest
     * @throws io.mlops4j.api.error.CorruptArtifactException if it was altered
     * @throws io.mlops4j.api.error.StorageException if it cannot be read, or is not there
     */
    BundleContent content(ModelVersion version);

    /**
     * The names of all models.
     *
     * @return the names, by code point
     */
    List<String> models();

    /**
     * All versions of a model.
     *
     * @param model the name of the model
     * @return the versions by number; empty if there is no such model
     */
    List<ModelVersion> versions(String model);

    /**
     * Finds a version.
     *
     * @param model the name of the model
     * @param number its number
     * @return the version
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     */
    ModelVersion version(String model, int number);

    /**
     * Lets a version go live. One that is approved already stays as it is, with the first decision.
     *
     * @param model the name of the model
     * @param number its number
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if it was rejected
     */
    ModelVersion approve(String model, int number, Decision decision);

    /**
     * Forbids a version to go live, for ever. One that is rejected already stays as it is, with the first decision.
     *
     * @param model the name of the model
     * @param number its number
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if an alias names it; move the alias first
     */
    ModelVersion reject(String model, int number, Decision decision);

    /**
     * Where an alias stands. Cheap: one indexed read.
     *
     * @param model the name of the model
     * @param alias the alias
     * @return the alias, or empty if it does not exist
     */
    Optional<Alias> alias(String model, String alias);

    /**
     * Where all aliases of a model stand.
     *
     * @param model the name of the model
     * @return the aliases by name; empty if there is none, or no such model
     */
    List<Alias> aliases(String model);

    /**
     * Moves an alias, if it still stands where the caller thinks.
     *
     * @param model the name of the model
     * @param alias the alias
     * @param expected the version that it names now, or empty if it does not exist
     * @param to the version that it shall name, or empty to remove it
     * @param decision who and why
     * @return the move
     * @throws io.mlops4j.api.error.ConflictException if it stands elsewhere, naming the present holder; if it stands there
     *     already; or if the version was rejected
     * @throws io.mlops4j.api.error.NotFoundException if there is no such version
     */
    AliasMove move(String model, String alias, OptionalInt expected, OptionalInt to, Decision decision);

    /**
     * Moves an alias back to the last version that it named before the present one and that was not rejected.
     *
     * <p>An alias keeps the line of its holders: a {@link #move} adds one at the end, a rollback cuts off all behind the one
     * that it goes back to. So rollbacks one after the other go further and further back, and never forward to a version that
     * was rolled back from. An alias that was removed goes back to the version that it named last.
     *
     * @param model the name of the model
     * @param alias the alias
     * @param decision who and why
     * @return the move
     * @throws io.mlops4j.api.error.NotFoundException if there is no such version
     * @throws io.mlops4j.api.error.ConflictException if somebody else moved it meanwhile
     */
    AliasMove rollback(String model, String alias, Decision decision);

    /**
     * All moves of an alias.
     *
     * @param model the name of the model
     * @param alias the alias
     * @return the moves in order, the first one first
     */
    List<AliasMove> history(String model, String alias);

    /**
     * The version that an alias named at some time.
     *
     * @param model the name of the model
     * @param alias the alias
     * @param at when, by the clock of those who moved it
     * @return the version, or empty if the alias did not exist then
     */
    Optional<ModelVersion> asOf(String model, String alias, Instant at);

    /**
     * All changes of a model.
     *
     * @param model the name of the model
     * @return the rows in order, the first one first
     */
    List<AuditEntry> audit(String model);

    /**
     * Examines the audit of the whole registry: whether each row has the hash of the row before it and its own, and whether
     * versions, approvals and aliases are what the rows tell.
     *
     * @return what was found, the first broken link by its number
     */
    AuditCheck verify();

    /** Lets go of what it holds open; closing twice is harmless. */
    @Override
    void close();
}
