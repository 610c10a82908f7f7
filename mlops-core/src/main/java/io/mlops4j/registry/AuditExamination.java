package io.mlops4j.registry;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.AuditCheck.BrokenLink;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Checkpoint;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Walks along the chain of the audit, then compares what it tells with what the other tables say. */
final class AuditExamination {

    private final Handle handle;
    private final Optional<Checkpoint> checkpoint;
    private final ToldState told = new ToldState();
    private long sequence;
    private String hash = Chain.START;

    /**
     * An examination.
     *
     * @param checkpoint what the chain has to begin with, if anything
     */
    AuditExamination(Handle handle, Optional<Checkpoint> checkpoint) {
        this.handle = handle;
        this.checkpoint = checkpoint;
    }

    AuditCheck run() {
        Optional<BrokenLink> broken = start().or(this::walk).or(this::end).or(() -> told.difference(handle));
        return new AuditCheck(sequence, hash, broken);
    }

    private Optional<BrokenLink> start() {
        return checkpoint
                .filter(seen -> seen.entries() == 0 && !seen.lastHash().equals(Chain.START))
                .flatMap(seen -> broken(0, "the checkpoint of " + seen.at() + " has a hash of no row"));
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
        } catch (IllegalArgumentException | CorruptArtifactException e) {
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
        return differsFromCheckpoint(row)
                ? broken(row.sequence(), "it is not the row that the checkpoint saw: the audit was rewritten")
                : Optional.empty();
    }

    private boolean differsFromCheckpoint(AuditEntry row) {
        return checkpoint
                .filter(seen ->
                        seen.entries() == row.sequence() && !seen.lastHash().equals(row.hash()))
                .isPresent();
    }

    private Optional<BrokenLink> end() {
        if (checkpoint.isPresent() && checkpoint.get().entries() > sequence) {
            return broken(
                    sequence + 1,
                    "it is missing; there were " + checkpoint.get().entries() + " rows at "
                            + checkpoint.get().at());
        }
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
