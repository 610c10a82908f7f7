package io.mlops4j.registry;

import io.mlops4j.api.registry.StoredBlob;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which blobs are on their way out, within one transaction.
 *
 * <p>A blob is deleted only while its mark says {@code deleting}, and whenever such a mark is taken away the generation is
 * counted up. So a registration that reads the generation, stores its blob, and then, in the transaction that writes its row,
 * finds neither that mark nor another generation, knows that the blob was not deleted in between; and from then on its row
 * keeps every sweep away. No clock has a say in this.
 */
final class BlobMarks {

    private static final String CONDEMNED = "condemned";
    private static final String DELETING = "deleting";

    /** Of a mark: whether a version needs its blob. */
    private static final String NEEDED =
            "EXISTS (SELECT 1 FROM mlops_version WHERE mlops_version.digest = mlops_blob_mark.digest AND "
                    + NeededBlobs.NEEDS + ")";

    private final Handle handle;

    BlobMarks(Handle handle) {
        this.handle = handle;
    }

    long generation() {
        return handle.createQuery("SELECT generation FROM mlops_blob_generation WHERE one = 1")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Whether a blob that was stored after the generation was read is there for certain. If it was condemned, it no longer
     * is. The caller has the lock.
     */
    boolean claim(String digest, long generation) {
        Optional<String> state = state(digest);
        if (generation() != generation || state.equals(Optional.of(DELETING))) {
            return false;
        }
        if (state.isPresent()) {
            remove(digest);
        }
        return true;
    }

    private Optional<String> state(String digest) {
        return handle.createQuery("SELECT state FROM mlops_blob_mark WHERE digest = :digest")
                .bind("digest", digest)
                .mapTo(String.class)
                .findOne();
    }

    private void remove(String digest) {
        handle.createUpdate("DELETE FROM mlops_blob_mark WHERE digest = :digest")
                .bind("digest", digest)
                .execute();
    }

    /** Condemns a blob, unless it is on its way out already. The caller has the lock and knows that nobody needs it. */
    void condemn(StoredBlob blob, long now) {
        handle.createUpdate("INSERT INTO mlops_blob_mark (digest, size, state, since)"
                        + " VALUES (:digest, :size, :state, :now) ON CONFLICT (digest) DO NOTHING")
                .bind("digest", blob.digest())
                .bind("size", blob.size())
                .bind("state", CONDEMNED)
                .bind("now", now)
                .execute();
    }

    /**
     * Those whose time is over: condemned long ago, or left in the middle of their deletion by somebody else.
     *
     * @param condemnedBy condemned at this time or before
     * @param abandonedBy being deleted since this time or before
     */
    List<StoredBlob> due(long condemnedBy, long abandonedBy, int most) {
        return handle.createQuery("SELECT digest, size FROM mlops_blob_mark WHERE ((state = :condemned AND"
                        + " since <= :condemnedBy) OR (state = :deleting AND since <= :abandonedBy)) AND NOT "
                        + NEEDED + " ORDER BY since, digest LIMIT :most")
                .bind("condemned", CONDEMNED)
                .bind("condemnedBy", condemnedBy)
                .bind("deleting", DELETING)
                .bind("abandonedBy", abandonedBy)
                .bind("most", most)
                .map((row, context) -> new StoredBlob(row.getString("digest"), row.getLong("size")))
                .list();
    }

    /** From now on no registration relies on the blob. The caller has the lock. */
    void beginDeletion(String digest, long now) {
        handle.createUpdate("UPDATE mlops_blob_mark SET state = :deleting, since = :now WHERE digest = :digest")
                .bind("deleting", DELETING)
                .bind("now", now)
                .bind("digest", digest)
                .execute();
    }

    /** The blob is gone, and may come again. If somebody else took over meanwhile, it is theirs to say so. */
    void endDeletion(String digest, long begun) {
        int ended = handle.createUpdate(
                        "DELETE FROM mlops_blob_mark WHERE digest = :digest AND state = :deleting AND since = :begun")
                .bind("digest", digest)
                .bind("deleting", DELETING)
                .bind("begun", begun)
                .execute();
        if (ended > 0) {
            handle.execute("UPDATE mlops_blob_generation SET generation = generation + 1 WHERE one = 1");
        }
    }

    /** Whoever brings in versions without {@link #claim} is seen here at the latest. */
    void pardonTheNeeded() {
        handle.execute("DELETE FROM mlops_blob_mark WHERE " + NEEDED);
    }

    /** How many wait. */
    long count() {
        return handle.createQuery("SELECT count(*) FROM mlops_blob_mark")
                .mapTo(Long.class)
                .one();
    }
}
