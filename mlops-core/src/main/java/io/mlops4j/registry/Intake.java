package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Stores a bundle, then the row that refers to it, so that no sweep takes away the one from under the other. */
final class Intake {

    private static final int ATTEMPTS = 8;

    private final Database database;
    private final BlobStore blobs;

    Intake(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * Stores both.
     *
     * @param work writes the row, in a transaction that has the lock; may be run again
     */
    <T> T store(String what, BundleContent content, Function<Handle, T> work) {
        return store(
                what,
                () -> {
                    blobs.put(content);
                    return Set.of(content.digest());
                },
                work);
    }

    /**
     * Stores several.
     *
     * @param put stores all bundles and gives their digests; may be run again
     * @param work writes the rows, in a transaction that has the lock; may be run again
     */
    <T> T store(String what, Supplier<Set<String>> put, Function<Handle, T> work) {
        Optional<String> deleted = Optional.empty();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            long generation = database.query(what, handle -> new BlobMarks(handle).generation());
            Set<String> digests = put.get();
            Claim<T> claim = database.write(what, handle -> {
                new AuditTable(handle).lock();
                BlobMarks marks = new BlobMarks(handle);
                Optional<String> refused = digests.stream()
                        .filter(digest -> !marks.claim(digest, generation))
                        .findFirst();
                return new Claim<>(refused, refused.isPresent() ? Optional.empty() : Optional.of(work.apply(handle)));
            });
            if (claim.done().isPresent()) {
                return claim.done().get();
            }
            deleted = claim.refused();
            database.backoff().after(attempt);
        }
        throw new StorageException("Registry " + database.place() + ", " + what + ": a sweep is deleting blob "
                + deleted.orElse("")
                + ", which has the same bytes. Nothing changed. Try again when the sweep is over; if it"
                + " was interrupted, the first one a day later ends it.");
    }

    /** What became of one attempt: it is done, or a blob could not be relied on. */
    private record Claim<T>(Optional<String> refused, Optional<T> done) {}
}
