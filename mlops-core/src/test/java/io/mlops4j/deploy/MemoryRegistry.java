package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.evaluate.Verdict;
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
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** As much of a registry as a deployment uses, and one that can be cut off. */
final class MemoryRegistry implements ModelRegistry {

    private final InstantSource clock;
    private final List<ModelVersion> versions = new ArrayList<>();
    private final List<BundleContent> contents = new ArrayList<>();
    private final Map<String, Alias> aliases = new HashMap<>();
    private final List<AliasMove> moves = new ArrayList<>();
    private boolean down;
    private boolean readOnly;
    private int reads;
    private int looks;
    /** Happens while a bundle is read, outside of any lock. */
    volatile Runnable whileReading = () -> {};

    MemoryRegistry(InstantSource clock) {
        this.clock = clock;
    }

    synchronized int add(Bundle bundle) {
        return add(bundle.content(), bundle.digest());
    }

    synchronized int add(BundleContent content, String digest) {
        int number = versions.size() + 1;
        versions.add(new ModelVersion(
                Kit.MODEL,
                number,
                digest,
                content.size(),
                new Verdict.NotJudged(),
                clock.instant(),
                "test",
                new Approval.Pending()));
        contents.add(content);
        return number;
    }

    /** Replaces what is stored, as a bad disk or a mended one would. */
    synchronized void replace(int version, BundleContent content) {
        contents.set(version - 1, content);
    }

    synchronized void down(boolean is) {
        down = is;
    }

    synchronized void readOnly(boolean is) {
        readOnly = is;
    }

    synchronized int reads() {
        return reads;
    }

    /** How often somebody asked where an alias stands. */
    synchronized int looks() {
        return looks;
    }

    private void reach() {
        if (down) {
            throw new StorageException("The registry is down.");
        }
    }

    @Override
    public BundleContent content(ModelVersion version) {
        whileReading.run();
        synchronized (this) {
            reach();
            reads++;
            return contents.get(version.number() - 1);
        }
    }

    @Override
    public synchronized List<ModelVersion> versions(String model) {
        return List.copyOf(versions);
    }

    @Override
    public synchronized ModelVersion version(String model, int number) {
        reach();
        if (number < 1 || number > versions.size()) {
            throw new NotFoundException("Model '" + model + "' has no version " + number + ".");
        }
        return versions.get(number - 1);
    }

    @Override
    public synchronized Optional<Alias> alias(String model, String alias) {
        reach();
        looks++;
        return Optional.ofNullable(aliases.get(alias));
    }

    @Override
    public synchronized AliasMove move(
            String model, String alias, OptionalInt expected, OptionalInt to, Decision decision) {
        reach();
        if (readOnly) {
            throw new StorageException("The registry is read-only.");
        }
        Alias present = aliases.get(alias);
        OptionalInt from = present == null ? OptionalInt.empty() : OptionalInt.of(present.version());
        if (!from.equals(expected)) {
            throw new ConflictException("The alias stands elsewhere.", from.toString());
        }
        Instant now = clock.instant();
        if (to.isPresent()) {
            version(model, to.getAsInt());
            aliases.put(alias, new Alias(model, alias, to.getAsInt(), now, decision));
        } else {
            aliases.remove(alias);
        }
        AliasMove move = new AliasMove(moves.size() + 1, model, alias, from, to, now, decision);
        moves.add(move);
        return move;
    }

    @Override
    public synchronized AliasMove rollback(String model, String alias, Decision decision) {
        reach();
        Alias present = aliases.get(alias);
        List<AliasMove> own = history(model, alias);
        for (int i = own.size() - 1; i >= 0; i--) {
            OptionalInt to = own.get(i).to();
            if (present != null && to.isPresent() && to.getAsInt() != present.version()) {
                return move(model, alias, OptionalInt.of(present.version()), to, decision);
            }
        }
        throw new NotFoundException("There is no version to go back to.");
    }

    @Override
    public synchronized List<AliasMove> history(String model, String alias) {
        reach();
        return moves.stream().filter(move -> move.alias().equals(alias)).toList();
    }

    @Override
    public ModelVersion register(Registration registration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> models() {
        return List.of(Kit.MODEL);
    }

    @Override
    public ModelVersion approve(String model, int number, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelVersion reject(String model, int number, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ModelVersion> asOf(String model, String alias, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AuditEntry> audit(String model) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized List<Alias> aliases(String model) {
        return List.copyOf(aliases.values());
    }

    @Override
    public RegisteredModel model(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RegisteredModel describe(RegisteredModel model, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ModelVersion> find(VersionQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelVersion tag(String model, int number, String tag, Optional<String> value, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelVersion sign(String model, int number, BundleSignature signature, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelVersion delete(String model, int number, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelVersion restore(String model, int number, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ModelVersion> purge(Duration grace, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Policies policies() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditCheck verify(Checkpoint checkpoint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditCheck verify() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
