package io.mlops4j.testkit;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.CriterionNotMetException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The simplest sound registry: lists under one lock. What its twins override is broken. */
class PlainRegistry implements ModelRegistry {

    final List<ModelVersion> versions = new ArrayList<>();
    final Map<String, BundleContent> bundles = new HashMap<>();
    final Map<String, ModelVersion> keys = new HashMap<>();
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
        ModelVersion made = new ModelVersion(
                wanted.model(),
                nextNumber(wanted.model()),
                wanted.content().digest(),
                wanted.content().size(),
                wanted.verdict(),
                clock.instant(),
                wanted.decision().actor(),
                new Approval.Pending());
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
        return Objects.requireNonNull(bundles.get(version.digest()));
    }

    @Override
    public synchronized List<String> models() {
        return versions.stream().map(ModelVersion::model).distinct().sorted().toList();
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
        if (version.approval() instanceof Approval.Approved) {
            return version;
        } else if (version.approval() instanceof Approval.Rejected) {
            throw new ConflictException("It was " + version.approval() + ".", "rejected");
        }
        return decide("approve", version, new Approval.Approved(decision, clock.instant()), decision);
    }

    @Override
    public synchronized ModelVersion reject(String model, int number, Decision decision) {
        ModelVersion version = version(model, number);
        if (version.approval() instanceof Approval.Rejected) {
            return version;
        }
        aliases(model).stream()
                .filter(alias -> alias.version() == number)
                .findFirst()
                .ifPresent(alias -> {
                    throw new ConflictException("The alias " + alias.name() + " names it.", alias.name());
                });
        return decide("reject", version, new Approval.Rejected(decision, clock.instant()), decision);
    }

    ModelVersion decide(String action, ModelVersion before, Approval approval, Decision decision) {
        ModelVersion after = new ModelVersion(
                before.model(),
                before.number(),
                before.digest(),
                before.size(),
                before.verdict(),
                before.registeredAt(),
                before.registeredBy(),
                approval);
        versions.set(versions.indexOf(before), after);
        audit(
                action,
                before.model(),
                OptionalInt.of(before.number()),
                null,
                decision,
                before.toString(),
                after.toString());
        listener.on(new LifecycleEvent.ApprovalDecided(clock.instant(), after.model(), after));
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
        to.ifPresent(number -> line(model, alias).add(number));
        return set("move-alias", model, alias, expected, to, decision);
    }

    void requireAt(String model, String alias, OptionalInt expected) {
        if (!present(model, alias).equals(expected)) {
            throw new ConflictException("It stands elsewhere.", text(present(model, alias)));
        }
    }

    void requireMayGoLive(ModelVersion version) {
        if (version.approval() instanceof Approval.Rejected) {
            throw new ConflictException("v" + version.number() + " was rejected.", "rejected");
        }
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
        for (int i = line.size() - (present.isPresent() ? 2 : 1); i >= 0; i--) {
            int holder = line.get(i);
            if (!OptionalInt.of(holder).equals(present)
                    && !(version(model, holder).approval() instanceof Approval.Rejected)) {
                cut(line, i + 1);
                return set("rollback-alias", model, alias, present, OptionalInt.of(holder), decision);
            }
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
