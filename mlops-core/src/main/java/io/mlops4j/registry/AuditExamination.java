package io.mlops4j.registry;

import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.AuditCheck.BrokenLink;
import io.mlops4j.api.registry.AuditEntry;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Walks along the chain of the audit, then compares what it tells with what the other tables say. */
final class AuditExamination {

    private final Handle handle;
    private final ToldState told = new ToldState();
    private long sequence;
    private String hash = Chain.START;

    AuditExamination(Handle handle) {
        this.handle = handle;
    }

    AuditCheck run() {
        Optional<BrokenLink> broken = walk().or(this::end).or(() -> told.difference(handle));
        return new AuditCheck(sequence, hash, broken);
    }

    private Optional<BrokenLink> walk() {
        // a row without an actor or reason cannot even be read
        try (Stream<AuditEntry> rows = new AuditTable(handle).all()) {
            for (Iterator<AuditEntry> walk = rows.iterator(); walk.hasNext(); ) {
                AuditEntry row = walk.next();
                Optional<BrokenLink> broken = broken(row);
                if (broken.isPresent()) {
                    return broken;
                }
                told.add(row);
                sequence = row.sequence();
                hash = row.hash();
            }
        } catch (IllegalArgumentException e) {
            return broken(sequence + 1, "it cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<BrokenLink> broken(AuditEntry row) {
        if (row.sequence() != sequence + 1) {
            return broken(sequence + 1, "it is missing; the next one is " + row.sequence());
        } else if (!row.previousHash().equals(hash)) {
            return broken(row.sequence(), "its previous hash is not the hash of row " + sequence);
        } else if (!row.hash().equals(Chain.hash(row))) {
            return broken(row.sequence(), "its hash is not that of its content: " + row);
        }
        return Optional.empty();
    }

    private Optional<BrokenLink> end() {
        AuditTable.Head head = new AuditTable(handle).head();
        if (head.sequence() != sequence) {
            return broken(
                    Math.min(head.sequence(), sequence) + 1,
                    "the audit has " + sequence + " rows, but " + head.sequence() + " were written");
        }
        return head.hash().equals(hash)
                ? Optional.empty()
                : broken(sequence, "its hash is not the one that was written last");
    }

    private static Optional<BrokenLink> broken(long sequence, String problem) {
        return Optional.of(new BrokenLink(sequence, problem));
    }
}
