package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CriterionNotMetException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Checkpoint;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.Policies;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionAction;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.api.registry.VersionStanding;
import io.mlops4j.environment.Environment;
import io.mlops4j.registry.Change.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The registry: rows in a database, bundles in a store by content. Listeners hear of a change when it is stored. */
final class SqlRegistry implements ModelRegistry {

    private final Database database;
    private final BlobStore blobs;
    private final Environment environment;

    private final Policies policies;

    SqlRegistry(Database database, BlobStore blobs, Environment environment) {
        this.database = database;
        this.blobs = blobs;
        this.environment = environment;
        this.policies = new SqlPolicies(database, environment);
    }

    Database database() {
        return database;
    }

    BlobStore blobs() {
        return blobs;
    }

    Environment environment() {
        return environment;
    }

    @Override
    public ModelVersion register(Registration registration) {
        if (!(registration.verdict() instanceof Verdict.Approved)) {
            throw refused(registration);
        }
        Done<ModelVersion> done = new Intake(database, blobs)
                .store(
                        "register a version of " + registration.model(),
                        registration.content(),
                        handle -> new VersionChanges(new Change(handle, environment.clock())).register(registration));
        if (done.changed()) {
            emit(new LifecycleEvent.VersionRegistered(done.value().registeredAt(), registration.model(), done.value()));
        }
        return done.value();
    }

    private CriterionNotMetException refused(Registration registration) {
        Verdict verdict = registration.verdict();
        Instant at = change(
                "write that a version of " + registration.model() + " was refused",
                change -> new VersionChanges(change).refuse(registration));
        emit(new LifecycleEvent.RegistrationRefused(at, registration.model(), verdict));
        List<String> reasons = verdict.findings().stream()
                .filter(finding -> !finding.passed())
                .map(Finding::toString)
                .toList();
        return new CriterionNotMetException(
                "Model " + registration.model() + " was not registered: it is not good enough.",
                reasons.isEmpty()
                        ? List.of("it was not judged, and without a criterion nothing is approved")
                        : reasons);
    }

    @Override
    public BundleContent content(ModelVersion version) {
        // purged since the caller saw it, perhaps; the bundle may be there for another version
        if (version.standing() == VersionStanding.PURGED) {
            throw new StorageException(version + " has no bundle any more: it was purged. Use another version.");
        }
        return blobs.get(version.digest())
                .orElseThrow(() -> new StorageException("The bundle of " + version.model() + " v" + version.number()
                        + ", blob " + version.digest() + ", is not in the " + blobs
                        + ". Put a copy of the bundle back there."));
    }

    @Override
    public List<String> models() {
        return ask("list the models", ModelTable::new, ModelTable::names);
    }

    @Override
    public RegisteredModel model(String name) {
        return ask("find a model", ModelTable::new, table -> table.require(name));
    }

    @Override
    public RegisteredModel describe(RegisteredModel model, Decision decision) {
        Done<RegisteredModel> done =
                change("describe a model", change -> new PolicyChanges(change).describe(model, decision));
        if (done.changed()) {
            emit(new LifecycleEvent.ModelDescribed(environment.clock().instant(), model.name(), model));
        }
        return done.value();
    }

    @Override
    public Page<ModelVersion> find(VersionQuery query) {
        return ask("look for versions", VersionSearch::new, search -> search.find(query));
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return ask("list the versions of a model", VersionTable::new, table -> table.all(model)).stream()
                .map(StoredVersion::version)
                .toList();
    }

    @Override
    public ModelVersion version(String model, int number) {
        return ask("find a version", VersionTable::new, table -> table.require(model, number))
                .version();
    }

    @Override
    public ModelVersion approve(String model, int number, Decision decision) {
        return decided(
                change("approve a version", change -> new VersionChanges(change).approve(model, number, decision)));
    }

    @Override
    public ModelVersion reject(String model, int number, Decision decision) {
        return decided(
                change("reject a version", change -> new VersionChanges(change).reject(model, number, decision)));
    }

    private ModelVersion decided(Done<ModelVersion> done) {
        ModelVersion version = done.value();
        if (done.changed()) {
            emit(new LifecycleEvent.ApprovalDecided(decidedAt(version), version.model(), version));
        }
        return version;
    }

    private static Instant decidedAt(ModelVersion version) {
        return version.approval() instanceof Approval.Approved approved
                ? approved.at()
                : ((Approval.Rejected) version.approval()).at();
    }

    @Override
    public ModelVersion tag(String model, int number, String tag, Optional<String> value, Decision decision) {
        return changed(
                VersionAction.TAG,
                change("tag a version", change -> new VersionChanges(change).tag(model, number, tag, value, decision)));
    }

    @Override
    public ModelVersion sign(String model, int number, BundleSignature signature, Decision decision) {
        return changed(
                VersionAction.SIGN,
                change(
                        "add a signature to a version",
                        change -> new VersionChanges(change).sign(model, number, signature, decision)));
    }

    @Override
    public ModelVersion delete(String model, int number, Decision decision) {
        return changed(
                VersionAction.DELETE,
                change("delete a version", change -> new VersionChanges(change).delete(model, number, decision)));
    }

    @Override
    public ModelVersion restore(String model, int number, Decision decision) {
        return changed(
                VersionAction.RESTORE,
                change("restore a version", change -> new VersionChanges(change).restore(model, number, decision)));
    }

    @Override
    public List<ModelVersion> purge(Duration grace, Decision decision) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A grace period is not negative, as " + grace + " is.");
        }
        Instant until = environment.clock().instant().minus(grace);
        List<VersionTable.Key> due =
                ask("look for what was deleted", VersionTable::new, table -> table.deletedUntil(EpochNanos.of(until)));
        List<ModelVersion> purged = new ArrayList<>();
        for (VersionTable.Key key : due) {
            Done<ModelVersion> done =
                    change("purge a version", change -> new VersionChanges(change).purge(key, until, decision));
            if (done.changed()) {
                purged.add(changed(VersionAction.PURGE, done));
            }
        }
        return List.copyOf(purged);
    }

    private ModelVersion changed(VersionAction action, Done<ModelVersion> done) {
        ModelVersion version = done.value();
        if (done.changed()) {
            emit(new LifecycleEvent.VersionChanged(environment.clock().instant(), version.model(), action, version));
        }
        return version;
    }

    @Override
    public Policies policies() {
        return policies;
    }

    @Override
    public Optional<Alias> alias(String model, String alias) {
        return ask("find an alias", AliasTable::new, table -> table.find(model, alias));
    }

    @Override
    public List<Alias> aliases(String model) {
        return ask("list the aliases of a model", AliasTable::new, table -> table.of(model));
    }

    @Override
    public AliasMove move(String model, String alias, OptionalInt expected, OptionalInt to, Decision decision) {
        return moved(
                change("move an alias", change -> new AliasChanges(change, model, alias).move(expected, to, decision)));
    }

    @Override
    public AliasMove rollback(String model, String alias, Decision decision) {
        return moved(change("roll back an alias", change -> new AliasChanges(change, model, alias).rollback(decision)));
    }

    private AliasMove moved(AliasMove move) {
        emit(new LifecycleEvent.AliasMoved(move.at(), move.model(), move));
        return move;
    }

    @Override
    public List<AliasMove> history(String model, String alias) {
        return ask("read the history of an alias", AliasTable::new, table -> table.history(model, alias)).stream()
                .map(AliasTable.StoredMove::move)
                .toList();
    }

    @Override
    public Optional<ModelVersion> asOf(String model, String alias, Instant at) {
        return database.read("look up what an alias named", handle -> {
            OptionalInt number = new AliasTable(handle).asOf(model, alias, EpochNanos.of(at));
            return number.isEmpty()
                    ? Optional.empty()
                    : new VersionTable(handle).find(model, number.getAsInt()).map(StoredVersion::version);
        });
    }

    @Override
    public List<AuditEntry> audit(String model) {
        return ask("read the audit of a model", AuditTable::new, table -> table.of(model));
    }

    @Override
    public AuditCheck verify() {
        return verify(Optional.empty());
    }

    @Override
    public AuditCheck verify(Checkpoint checkpoint) {
        return verify(Optional.of(checkpoint));
    }

    private AuditCheck verify(Optional<Checkpoint> checkpoint) {
        return database.read("examine the audit", handle -> new AuditExamination(handle, checkpoint).run());
    }

    private <R, T> T ask(String what, Function<Handle, R> table, Function<R, T> question) {
        return database.query(what, handle -> question.apply(table.apply(handle)));
    }

    private <T> T change(String what, Function<Change, T> work) {
        return database.write(what, handle -> work.apply(new Change(handle, environment.clock())));
    }

    private void emit(LifecycleEvent event) {
        environment.emitter().emit(event);
    }

    @Override
    public void close() {
        try {
            blobs.close();
        } finally {
            database.close();
        }
    }

    @Override
    public String toString() {
        return "registry " + database.place();
    }
}
