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
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.environment.Environment;
import io.mlops4j.registry.Change.Done;
import java.time.Instant;
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

    SqlRegistry(Database database, BlobStore blobs, Environment environment) {
        this.database = database;
        this.blobs = blobs;
        this.environment = environment;
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
        return BundleContent.of(blobs.get(version.digest())
                .orElseThrow(() -> new StorageException("The bundle of " + version.model() + " v" + version.number()
                        + ", blob " + version.digest() + ", is not in the " + blobs
                        + ". Put a copy of the bundle back there.")));
    }

    @Override
    public List<String> models() {
        return ask("list the models", VersionTable::new, VersionTable::models);
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
        return database.read("examine the audit", handle -> new AuditExamination(handle).run());
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
