package io.mlops4j.api.registry;

import io.mlops4j.api.bundle.BundleContent;
import java.time.Duration;
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
     * What is known of a model.
     *
     * @param name the name of the model
     * @return the model
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     */
    RegisteredModel model(String name);

    /**
     * Says what is known of a model, and by how many eyes it is approved. It need not have a version yet.
     *
     * @param model all that is to be known from now on
     * @param decision who and why
     * @return the model
     */
    RegisteredModel describe(RegisteredModel model, Decision decision);

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
     * Looks for versions, a page at a time. The order is total and pages do not shift, whatever is registered meanwhile.
     *
     * @param query which versions, and in which order
     * @return a page, and where the next one begins
     * @throws IllegalArgumentException if the query goes on after a page that was none of this order
     */
    Page<ModelVersion> find(VersionQuery query);

    /**
     * Lets a version go live. One that is approved already stays as it is, with the first decision.
     *
     * @param model the name of the model
     * @param number its number
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if it was rejected or deleted
     * @throws io.mlops4j.api.error.PolicyViolationException if the model asks for four eyes and the actor is its author
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
     * @throws io.mlops4j.api.error.ConflictException if an alias names it, move the alias first; or if it was deleted
     */
    ModelVersion reject(String model, int number, Decision decision);

    /**
     * Sets a tag of a version, or takes it away.
     *
     * @param model the name of the model
     * @param number its number
     * @param tag the name of the tag: letters, digits, dot, hyphen and underscore, at most 100
     * @param value one line of at most 500 characters, or empty to take the tag away
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if it was deleted
     */
    ModelVersion tag(String model, int number, String tag, Optional<String> value, Decision decision);

    /**
     * Adds a signature to a version, in the place of an earlier one of the same key. Whether it counts is asked when an alias
     * is moved.
     *
     * @param model the name of the model
     * @param number its number
     * @param signature the signature of its bundle
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if it was deleted
     */
    ModelVersion sign(String model, int number, BundleSignature signature, Decision decision);

    /**
     * Deletes a version for now: it cannot go live, and is not found unless asked for. One that is deleted stays as it is.
     *
     * @param model the name of the model
     * @param number its number
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if aliases name it, naming them; or if it was purged
     */
    ModelVersion delete(String model, int number, Decision decision);

    /**
     * Undoes a deletion. A version that was not deleted stays as it is.
     *
     * @param model the name of the model
     * @param number its number
     * @param decision who and why
     * @return the version as it is now
     * @throws io.mlops4j.api.error.NotFoundException if there is none
     * @throws io.mlops4j.api.error.ConflictException if it was purged
     */
    ModelVersion restore(String model, int number, Decision decision);

    /**
     * Gives up the bundles of the versions that were deleted long enough ago, each in a transaction of its own. Their rows
     * stay, their numbers are never used again; a bundle that another version has stays too.
     *
     * @param grace how long ago they have to be deleted at least, by the clock of this registry
     * @param decision who and why
     * @return the versions that were purged now
     */
    List<ModelVersion> purge(Duration grace, Decision decision);

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
     *     already; or if the version was rejected or deleted
     * @throws io.mlops4j.api.error.PolicyViolationException if the policy of the alias forbids it, with all reasons
     * @throws io.mlops4j.api.error.NotFoundException if there is no such version
     */
    AliasMove move(String model, String alias, OptionalInt expected, OptionalInt to, Decision decision);

    /**
     * Moves an alias back to the last version that it named before the present one, and that may go live: it was not rejected
     * or deleted, and the policy of the alias allows it.
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
     * @throws io.mlops4j.api.error.PolicyViolationException if there are such, but the policy of the alias forbids each
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
     * The rules by which aliases are moved, and the keys that count.
     *
     * @return the rules of this registry
     */
    Policies policies();

    /**
     * All changes of a model.
     *
     * @param model the name of the model; {@code *} for those that concern no single one
     * @return the rows in order, the first one first
     */
    List<AuditEntry> audit(String model);

    /**
     * Examines the audit of the whole registry: whether each row has the hash of the row before it and its own, and whether
     * models, versions, aliases, policies and keys are what the rows tell.
     *
     * @return what was found, the first broken link by its number
     */
    AuditCheck verify();

    /**
     * Examines the audit as {@link #verify()} does, and whether it still begins with what a checkpoint saw: so a chain shows
     * that was cut, or rewritten as a whole.
     *
     * @param checkpoint an earlier state, which was kept elsewhere
     * @return what was found, the first broken link by its number
     */
    AuditCheck verify(Checkpoint checkpoint);

    /** Lets go of what it holds open; closing twice is harmless. */
    @Override
    void close();
}
