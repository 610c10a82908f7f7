package io.mlops4j.testkit;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.CriterionNotMetException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Checkpoint;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.Policies;
import io.mlops4j.api.registry.ProposedMove;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionAction;
import io.mlops4j.api.registry.VersionAction.Outcome;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.api.registry.VersionStanding;
import io.mlops4j.api.registry.VersionState;
import io.mlops4j.api.registry.VersionState.Deletion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The simplest sound registry: lists under one lock. What its twins override is broken. */
class PlainRegistry implements ModelRegistry {

    final List<ModelVersion> versions = new ArrayList<>();
    final Map<String, BundleContent> bundles = new HashMap<>();
    final Map<String, ModelVersion> keys = new HashMap<>();
    final Map<String, RegisteredModel> models = new HashMap<>();
    final Map<String, Instant> deleted = new HashMap<>();
    final PlainPolicies policies = new PlainPolicies(this);
    final Map<String, Alias> aliases = new HashMap<>();
    final Map<String, List<Integer>> lines = new HashMap<>();
    final List<AliasMove> moves = new ArrayList<>();
    final List<AuditEntry> audit = new ArrayList<>();
    final InstantSource clock;
    final LifecycleListener listener;

    PlainRegistry(InstantSource clock, LifecycleListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public synchronized ModelVersion register(Registration wanted) {
        if (!(wanted.verdict() instanceof Verdict.Approved)) {
            audit("refuse-registration", wanted.model(), OptionalInt.empty(), null, wanted.decision(), "null", "{}");
            listener.on(new LifecycleEvent.RegistrationRefused(clock.instant(), wanted.model(), wanted.verdict()));
            List<String> reasons = wanted.verdict().findings().stream()
                    .filter(finding -> !finding.passed())
                    .map(Finding::toString)
                    .toList();
            throw new CriterionNotMetException("Refused.", reasons.isEmpty() ? List.of("not judged") : reasons);
        }
        String key = wanted.model() + " " + wanted.idempotencyKey().orElse("");
        ModelVersion known = wanted.idempotencyKey().isPresent() ? keys.get(key) : null;
        if (known != null) {
            return same(known, wanted);
        }
        wanted.origin().parent().ifPresent(parent -> version(wanted.model(), parent));
        ModelVersion made = new ModelVersion(
                wanted.model(),
                nextNumber(wanted.model()),
                wanted.content().digest(),
                wanted.content().size(),
                wanted.verdict(),
                clock.instant(),
                wanted.decision().actor(),
                wanted.facts(),
                wanted.origin(),
                VersionState.FRESH);
        models.putIfAbsent(made.model(), RegisteredModel.named(made.model()));
        versions.add(made);
        keys.put(key, made);
        bundles.put(made.digest(), wanted.content());
        audit(
                "register",
                made.model(),
                OptionalInt.of(made.number()),
                null,
                wanted.decision(),
                "null",
                made.toString());
        listener.on(new LifecycleEvent.VersionRegistered(clock.instant(), made.model(), made));
        return made;
    }

    ModelVersion same(ModelVersion known, Registration wanted) {
        if (!known.digest().equals(wanted.content().digest())) {
            throw new ConflictException(
                    "Key " + wanted.idempotencyKey().orElse("") + " belongs to v" + known.number() + ".",
                    "v" + known.number());
        }
        return known;
    }

    int nextNumber(String model) {
        return versions(model).size() + 1;
    }

    @Override
    public synchronized BundleContent content(ModelVersion version) {
        if (version.standing() == VersionStanding.PURGED) {
            throw new StorageException("It was purged.");
        }
        return Objects.requireNonNull(bundles.get(version.digest()));
    }

    @Override
    public synchronized List<String> models() {
        return models.keySet().stream().sorted().toList();
    }

    @Override
    public synchronized RegisteredModel model(String name) {
        RegisteredModel known = models.get(name);
        if (known == null) {
            throw new NotFoundException("There is no model " + name + ".");
        }
        return known;
    }

    @Override
    public synchronized RegisteredModel describe(RegisteredModel model, Decision decision) {
        RegisteredModel before = models.getOrDefault(model.name(), RegisteredModel.named(model.name()));
        models.put(model.name(), model);
        if (!before.equals(model)) {
            audit(
                    "describe-model",
                    model.name(),
                    OptionalInt.empty(),
                    null,
                    decision,
                    before.toString(),
                    model.toString());
            listener.on(new LifecycleEvent.ModelDescribed(clock.instant(), model.name(), model));
        }
        return model;
    }

    @Override
    public synchronized Page<ModelVersion> find(VersionQuery query) {
        return new PlainSearch(versions).find(query);
    }

    @Override
    public synchronized List<ModelVersion> versions(String model) {
        return versions.stream()
                .filter(version -> version.model().equals(model))
                .toList();
    }

    @Override
    public synchronized ModelVersion version(String model, int number) {
        return versions(model).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no v" + number + " of " + model + "; it has "
                        + versions(model).size() + "."));
    }

    @Override
    public synchronized ModelVersion approve(String model, int number, Decision decision) {
        ModelVersion version = version(model, number);
        if (stays(VersionAction.APPROVE, version)) {
            return version;
        }
        requireFourEyes(version, decision);
        ModelVersion after = set(
                VersionAction.APPROVE, version, approval(new Approval.Approved(decision, clock.instant())), decision);
        listener.on(new LifecycleEvent.ApprovalDecided(clock.instant(), model, after));
        return after;
    }

    void requireFourEyes(ModelVersion version, Decision decision) {
        if (model(version.model()).fourEyes() && decision.actor().equals(version.registeredBy())) {
            throw new PolicyViolationException("Refused.", List.of(new Reason("four eyes", "It is the author's.")));
        }
    }

    @Override
    public synchronized ModelVersion reject(String model, int number, Decision decision) {
        ModelVersion version = version(model, number);
        if (stays(VersionAction.REJECT, version)) {
            return version;
        }
        requireNoAlias(version);
        ModelVersion after = set(
                VersionAction.REJECT, version, approval(new Approval.Rejected(decision, clock.instant())), decision);
        listener.on(new LifecycleEvent.ApprovalDecided(clock.instant(), model, after));
        return after;
    }

    static UnaryOperator<VersionState> approval(Approval approval) {
        return state -> state.with(approval);
    }

    @Override
    public synchronized ModelVersion tag(
            String model, int number, String tag, Optional<String> value, Decision decision) {
        ModelVersion version = version(model, number);
        stays(VersionAction.TAG, version);
        Map<String, String> tags = new HashMap<>(version.tags());
        value.ifPresentOrElse(text -> tags.put(tag, text), () -> tags.remove(tag));
        return change(VersionAction.TAG, version, state -> state.with(tags), decision);
    }

    @Override
    public synchronized ModelVersion sign(String model, int number, BundleSignature signature, Decision decision) {
        ModelVersion version = version(model, number);
        stays(VersionAction.SIGN, version);
        List<BundleSignature> all = new ArrayList<>(version.state().signatures());
        all.removeIf(other -> other.key().equals(signature.key()));
        all.add(signature);
        return change(VersionAction.SIGN, version, state -> state.with(all), decision);
    }

    @Override
    public synchronized ModelVersion delete(String model, int number, Decision decision) {
        ModelVersion version = version(model, number);
        if (stays(VersionAction.DELETE, version)) {
            return version;
        }
        requireNoAlias(version);
        deleted.put(model + " " + number, clock.instant());
        return change(VersionAction.DELETE, version, state -> state.with(Deletion.SOFT), decision);
    }

    @Override
    public synchronized ModelVersion restore(String model, int number, Decision decision) {
        ModelVersion version = version(model, number);
        return stays(VersionAction.RESTORE, version)
                ? version
                : change(VersionAction.RESTORE, version, state -> state.with(Deletion.NONE), decision);
    }

    @Override
    public synchronized List<ModelVersion> purge(Duration grace, Decision decision) {
        Instant until = clock.instant().minus(grace);
        return List.copyOf(versions).stream()
                .filter(version -> version.standing() == VersionStanding.DELETED)
                .filter(version -> !Objects.requireNonNull(deleted.get(version.model() + " " + version.number()))
                        .isAfter(until))
                .map(version -> change(VersionAction.PURGE, version, state -> state.with(Deletion.FINAL), decision))
                .toList();
    }

    /** Refuses what the table of transitions refuses. */
    boolean stays(VersionAction action, ModelVersion version) {
        Outcome outcome = action.on(version.standing());
        if (outcome == Outcome.REFUSED) {
            throw new ConflictException(
                    version.number() + " is " + version.standing() + ", " + version.approval() + "; it was purged.",
                    version.standing().name());
        }
        return outcome == Outcome.STAYS;
    }

    void requireNoAlias(ModelVersion version) {
        List<String> names = aliases(version.model()).stream()
                .filter(alias -> alias.version() == version.number())
                .map(Alias::name)
                .toList();
        if (!names.isEmpty()) {
            throw new ConflictException("The aliases " + names + " name it.", names.toString());
        }
    }

    private ModelVersion change(
            VersionAction action, ModelVersion before, UnaryOperator<VersionState> change, Decision decision) {
        ModelVersion after = set(action, before, change, decision);
        if (!after.equals(before)) {
            listener.on(new LifecycleEvent.VersionChanged(clock.instant(), after.model(), action, after));
        }
        return after;
    }

    ModelVersion set(VersionAction action, ModelVersion before, UnaryOperator<VersionState> change, Decision decision) {
        ModelVersion after = before.with(change.apply(before.state()));
        if (!after.equals(before)) {
            versions.set(versions.indexOf(before), after);
            audit(
                    action.name().toLowerCase(Locale.ROOT),
                    before.model(),
                    OptionalInt.of(before.number()),
                    null,
                    decision,
                    before.toString(),
                    after.toString());
        }
        return after;
    }

    @Override
    public synchronized Optional<Alias> alias(String model, String alias) {
        return Optional.ofNullable(aliases.get(model + "@" + alias));
    }

    @Override
    public synchronized List<Alias> aliases(String model) {
        return aliases.values().stream()
                .filter(alias -> alias.model().equals(model))
                .sorted(Comparator.comparing(Alias::name))
                .toList();
    }

    @Override
    public synchronized AliasMove move(
            String model, String alias, OptionalInt expected, OptionalInt to, Decision decision) {
        requireAt(model, alias, expected);
        if (expected.equals(to)) {
            throw new ConflictException("It stands there.", text(to));
        }
        to.ifPresent(number -> requireMayGoLive(version(model, number)));
        to.ifPresent(number -> requireAllowed(model, alias, number, expected));
        to.ifPresent(number -> line(model, alias).add(number));
        return set("move-alias", model, alias, expected, to, decision);
    }

    void requireAt(String model, String alias, OptionalInt expected) {
        if (!present(model, alias).equals(expected)) {
            throw new ConflictException("It stands elsewhere.", text(present(model, alias)));
        }
    }

    void requireMayGoLive(ModelVersion version) {
        if (VersionAction.NAME.on(version.standing()) == Outcome.REFUSED) {
            throw new ConflictException("v" + version.number() + " was " + version.standing() + ".", "rejected");
        }
    }

    private void requireAllowed(String model, String alias, int number, OptionalInt present) {
        List<Reason> reasons = objections(model, alias, number, present, false);
        if (!reasons.isEmpty()) {
            throw new PolicyViolationException("Refused.", reasons);
        }
    }

    List<Reason> objections(String model, String alias, int number, OptionalInt present, boolean rollback) {
        return policies.of(model, alias)
                .objections(new ProposedMove(
                        version(model, number), model(model), present, rollback, policies.keys(), clock.instant()));
    }

    OptionalInt present(String model, String alias) {
        return alias(model, alias).map(found -> OptionalInt.of(found.version())).orElse(OptionalInt.empty());
    }

    List<Integer> line(String model, String alias) {
        return lines.computeIfAbsent(model + "@" + alias, key -> new ArrayList<>());
    }

    @Override
    public synchronized AliasMove rollback(String model, String alias, Decision decision) {
        OptionalInt present = present(model, alias);
        List<Integer> line = line(model, alias);
        List<Reason> reasons = new ArrayList<>();
        for (int i = line.size() - (present.isPresent() ? 2 : 1); i >= 0; i--) {
            int holder = line.get(i);
            if (OptionalInt.of(holder).equals(present)
                    || VersionAction.NAME.on(version(model, holder).standing()) == Outcome.REFUSED) {
                continue;
            }
            List<Reason> own = objections(model, alias, holder, present, true);
            if (own.isEmpty()) {
                cut(line, i + 1);
                return set("rollback-alias", model, alias, present, OptionalInt.of(holder), decision);
            }
            reasons.addAll(own);
        }
        if (!reasons.isEmpty()) {
            throw new PolicyViolationException("Refused.", reasons);
        }
        throw new NotFoundException("No holder of " + alias + " before " + text(present) + " may go live again.");
    }

    void cut(List<Integer> line, int from) {
        line.subList(from, line.size()).clear();
    }

    AliasMove set(String action, String model, String alias, OptionalInt from, OptionalInt to, Decision decision) {
        Instant now = clock.instant();
        if (to.isPresent()) {
            aliases.put(model + "@" + alias, new Alias(model, alias, to.getAsInt(), now, decision));
        } else {
            aliases.remove(model + "@" + alias);
        }
        audit(
                action,
                model,
                to.isPresent() ? to : from,
                alias,
                decision,
                from.isPresent() ? text(from) : "null",
                to.isPresent() ? text(to) : "null");
        AliasMove move = new AliasMove(audit.size(), model, alias, from, to, now, decision);
        moves.add(move);
        listener.on(new LifecycleEvent.AliasMoved(now, model, move));
        return move;
    }

    @Override
    public synchronized List<AliasMove> history(String model, String alias) {
        return moves.stream()
                .filter(move -> move.model().equals(model) && move.alias().equals(alias))
                .toList();
    }

    @Override
    public synchronized Optional<ModelVersion> asOf(String model, String alias, Instant at) {
        return history(model, alias).stream()
                .filter(move -> !move.at().isAfter(at))
                .reduce((first, second) -> second)
                .filter(move -> move.to().isPresent())
                .map(move -> version(model, move.to().getAsInt()));
    }

    void audit(
            String action,
            String model,
            OptionalInt version,
            @Nullable String alias,
            Decision decision,
            String before,
            String after) {
        String previous =
                audit.isEmpty() ? "0".repeat(64) : audit.get(audit.size() - 1).hash();
        String hash = BundleContent.of((previous + action + model + version + alias + decision + before + after)
                        .getBytes(StandardCharsets.UTF_8))
                .digest();
        audit.add(new AuditEntry(
                audit.size() + 1,
                clock.instant(),
                action,
                model,
                version,
                Optional.ofNullable(alias),
                decision,
                before,
                after,
                previous,
                hash));
    }

    @Override
    public synchronized List<AuditEntry> audit(String model) {
        return audit.stream().filter(row -> row.model().equals(model)).toList();
    }

    @Override
    public Policies policies() {
        return policies;
    }

    @Override
    public synchronized AuditCheck verify(Checkpoint seen) {
        AuditCheck check = verify();
        boolean same = seen.entries() == 0
                || (seen.entries() <= audit.size()
                        && audit.get((int) seen.entries() - 1).hash().equals(seen.lastHash()));
        return same
                ? check
                : new AuditCheck(
                        0,
                        check.lastHash(),
                        Optional.of(new AuditCheck.BrokenLink(seen.entries(), "it is not what it was")));
    }

    @Override
    public synchronized AuditCheck verify() {
        return new AuditCheck(
                audit.size(),
                audit.isEmpty() ? "0".repeat(64) : audit.get(audit.size() - 1).hash(),
                Optional.empty());
    }

    @Override
    public void close() {}

    static String text(OptionalInt version) {
        return version.isPresent() ? "v" + version.getAsInt() : "none";
    }
}
