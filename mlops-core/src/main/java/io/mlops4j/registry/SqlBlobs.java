package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Blobs as rows of a table. */
final class SqlBlobs implements BlobStore {

    private final Database database;

    /**
     * A store.
     *
     * @param database has the tables
     */
    SqlBlobs(Database database) {
        this.database = database;
    }

    @Override
    public void put(BundleContent content) {
        // what is there already is never overwritten, but compared; a sweep may take it away meanwhile
        while (!create(content) && get(content.digest()).isEmpty()) {}
    }

    private boolean create(BundleContent content) {
        return database.write("store a blob", handle -> insert(handle, content));
    }

    private static boolean insert(Handle handle, BundleContent content) {
        return handle.createUpdate("INSERT INTO mlops_blob (digest, size, content) VALUES (:digest, :size, :content)"
                                + " ON CONFLICT (digest) DO NOTHING")
                        .bind("digest", content.digest())
                        .bind("size", (long) content.size())
                        .bind("content", content.bytes())
                        .execute()
                == 1;
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        Digest.require(digest);
        Optional<BundleContent> content =
                database.query("read a blob", handle -> bytes(handle, digest)).map(BundleContent::takingOver);
        if (content.isPresent() && !content.get().digest().equals(digest)) {
            throw corrupt(digest);
        }
        return content;
    }

    private static Optional<byte[]> bytes(Handle handle, String digest) {
        return handle.createQuery("SELECT content FROM mlops_blob WHERE digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }

    @Override
    public boolean contains(String digest) {
        Digest.require(digest);
        return database.query(
                "look for a blob",
                handle -> handle.createQuery("SELECT 1 FROM mlops_blob WHERE digest = :digest")
                        .bind("digest", digest)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Override
    public void delete(String digest) {
        Digest.require(digest);
        database.write("remove a blob", handle -> remove(handle, digest));
    }

    private static int remove(Handle handle, String digest) {
        return handle.createUpdate("DELETE FROM mlops_blob WHERE digest = :digest")
                .bind("digest", digest)
                .execute();
    }

    /** Some rows at a time, so that no transaction lasts as long as whoever walks along. */
    @Override
    public Stream<StoredBlob> list() {
        return Stream.iterate(
                        after(""),
                        page -> !page.isEmpty(),
                        page -> after(page.get(page.size() - 1).digest()))
                .flatMap(List::stream);
    }

    private List<StoredBlob> after(String digest) {
        return database.query(
                "list the blobs",
                handle -> handle.createQuery(
                                "SELECT digest, size FROM mlops_blob WHERE digest > :digest ORDER BY digest LIMIT :most")
                        .bind("digest", digest)
                        .bind("most", Columns.ROWS_AT_A_TIME)
                        .map((row, context) -> new StoredBlob(row.getString("digest"), row.getLong("size")))
                        .list());
    }

    @Override
    public void quarantine(String digest) {
        Digest.require(digest);
        database.write("put a blob aside", handle -> {
            Optional<BundleContent> content = bytes(handle, digest).map(BundleContent::takingOver);
            boolean rotten = content.isPresent() && !content.get().digest().equals(digest);
            return rotten && setAside(handle, digest, content.get());
        });
    }

    private static boolean setAside(Handle handle, String digest, BundleContent content) {
        handle.createUpdate("INSERT INTO mlops_blob_quarantine (digest, found, content)"
                        + " VALUES (:digest, :found, :content) ON CONFLICT (digest, found) DO NOTHING")
                .bind("digest", digest)
                .bind("found", content.digest())
                .bind("content", content.bytes())
                .execute();
        return remove(handle, digest) > 0;
    }

    private CorruptArtifactException corrupt(String digest) {
        return new CorruptArtifactException("Blob " + digest + " " + database.place()
                + ": its bytes are not the ones that were stored. Check the registry, which puts them aside, and then store"
                + " the bundle again.");
    }

    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return "blobs " + database.place();
    }
}
