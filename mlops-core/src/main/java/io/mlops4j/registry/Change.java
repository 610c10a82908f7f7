package io.mlops4j.registry;

import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** One change of the registry: it holds the lock, knows the time, and writes the one row of the audit. */
final class Change {

    /** A state that is not there, in JSON. */
    static final String NOTHING = "null";

    private final ModelTable models;
    private final VersionTable versions;
    private final AliasTable aliases;
    private final PolicyTable policies;
    private final AuditTable audit;
    private final AuditTable.Head head;
    private final Instant at;

    Change(Handle handle, InstantSource clock) {
        this.models = new ModelTable(handle);
        this.versions = new VersionTable(handle);
        this.aliases = new AliasTable(handle);
        this.policies = new PolicyTable(handle);
        this.audit = new AuditTable(handle);
        this.head = audit.lock();
        // after the lock: so the times of one process are in the order of its changes; as the tables hold it
        this.at = EpochNanos.instant(EpochNanos.of(clock.instant()));
    }

    /**
     * What a change came to.
     *
     * @param value what the caller is given
     * @param changed false if everything was as it was wanted already
     */
    record Done<T>(T value, boolean changed) {}

    ModelTable models() {
        return models;
    }

    VersionTable versions() {
        return versions;
    }

    AliasTable aliases() {
        return aliases;
    }

    PolicyTable policies() {
        return policies;
    }

    Instant at() {
        return at;
    }

    /** The number that the row of the audit will have. */
    long sequence() {
        return head.sequence() + 1;
    }

    void audit(
            Action action,
            String model,
            OptionalInt version,
            Optional<String> alias,
            Decision decision,
            String before,
            String after) {
        audit.append(Chain.link(new AuditEntry(
                sequence(), at, action.text(), model, version, alias, decision, before, after, head.hash(), "")));
    }
}
