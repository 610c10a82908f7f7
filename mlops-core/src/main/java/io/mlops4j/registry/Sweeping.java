package io.mlops4j.registry;

import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * One sweep: condemns the blobs that no version needs, and deletes those that were condemned long ago and are still not
 * needed. What the store lists is a hint only: a blob that it leaves out stays, and one that is gone already is no error.
 */
final class Sweeping {

    /** How long a deletion may take before others think that the one who began it is no more. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** So few that a registration of the same bytes need not wait for long. */
    private static final int DELETED_AT_A_TIME = 16;

    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;

    private long kept;
    private long deleted;
    private long bytes;

    Sweeping(Database database, BlobStore blobs, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * What is being deleted.
     *
     * @param begun since when, which also tells it from the attempts of others
     * @param blobs the blobs
     */
    private record Deletion(long begun, List<StoredBlob> blobs) {}

    Sweep run(Duration grace) {
        write("pardon blobs that are needed", handle -> {
            new BlobMarks(handle).pardonTheNeeded();
            return true;
        });
        condemn();
        for (Deletion next = begin(grace); !next.blobs().isEmpty(); next = begin(grace)) {
            delete(next);
        }
        blobs.removeLeftovers(clock.instant().minus(ABANDONED));
        long condemned = database.query("count the condemned blobs", handle -> new BlobMarks(handle).count());
        return new Sweep(kept, condemned, deleted, bytes);
    }

    private void condemn() {
        try (Stream<StoredBlob> all = blobs.list()) {
            for (Iterator<StoredBlob> walk = all.iterator(); walk.hasNext(); ) {
                List<StoredBlob> some = new ArrayList<>();
                while (walk.hasNext() && some.size() < Columns.ROWS_AT_A_TIME) {
                    some.add(walk.next());
                }
                condemn(some);
            }
        }
    }

    private void condemn(List<StoredBlob> listed) {
        List<StoredBlob> needless = database.read("look which blobs are needed", handle -> needless(handle, listed));
        long marked = needless.isEmpty()
                ? 0
                : write("condemn blobs", handle -> {
                    BlobMarks marks = new BlobMarks(handle);
                    List<StoredBlob> still = needless(handle, needless);
                    still.forEach(blob -> marks.condemn(blob, EpochNanos.of(clock.instant())));
                    return (long) still.size();
                });
        kept += listed.size() - marked;
    }

    private static List<StoredBlob> needless(Handle handle, List<StoredBlob> blobs) {
        NeededBlobs needed = new NeededBlobs(handle);
        return blobs.stream().filter(blob -> !needed.contains(blob.digest())).toList();
    }

    /** From here on a registration of the same bytes waits for the deletion, or notices it afterwards. */
    private Deletion begin(Duration grace) {
        return write("begin to delete blobs", handle -> {
            BlobMarks marks = new BlobMarks(handle);
            Instant now = clock.instant();
            List<StoredBlob> due =
                    marks.due(EpochNanos.of(now.minus(grace)), EpochNanos.of(now.minus(ABANDONED)), DELETED_AT_A_TIME);
            due.forEach(blob -> marks.beginDeletion(blob.digest(), EpochNanos.of(now)));
            return new Deletion(EpochNanos.of(now), due);
        });
    }

    private void delete(Deletion deletion) {
        for (StoredBlob blob : deletion.blobs()) {
            blobs.delete(blob.digest());
            deleted++;
            bytes += blob.size();
        }
        write("end to delete blobs", handle -> {
            BlobMarks marks = new BlobMarks(handle);
            deletion.blobs().forEach(blob -> marks.endDeletion(blob.digest(), deletion.begun()));
            return true;
        });
    }

    private <T> T write(String what, Function<Handle, T> work) {
        return database.write(what, handle -> {
            new AuditTable(handle).lock();
            return work.apply(handle);
        });
    }
}
