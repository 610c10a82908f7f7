package io.mlops4j.api.registry;

import io.mlops4j.api.bundle.BundleContent;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps bytes by their SHA-256. Made for folders as well as for object stores: it renames nothing, locks nothing, and never
 * takes a listing for the truth. Every operation can be done again when nobody knows whether it was done. Safe for use by
 * many threads and many processes.
 */
public interface BlobStore extends AutoCloseable {

    /**
     * Stores bytes durably: when it returns, they survive a power cut. Bytes that are there already are not written again.
     *
     * @param content the bytes; {@link BundleContent#digest()} is the name under which they are found again
     * @throws io.mlops4j.api.error.CorruptArtifactException if they are there already, but altered
     * @throws io.mlops4j.api.error.StorageException if they cannot be stored; then nothing is there, or they are there whole
     */
    void put(BundleContent content);

    /**
     * Gives bytes.
     *
     * @param digest their SHA-256, 64 hexadecimal digits in lower case; whatever else is an {@link IllegalArgumentException}
     * @return the bytes, compared with their digest; or empty if they are not there
     * @throws io.mlops4j.api.error.CorruptArtifactException if they are there, but altered
     * @throws io.mlops4j.api.error.StorageException if they cannot be read
     */
    Optional<BundleContent> get(String digest);

    /**
     * Says whether bytes are there, without reading them.
     *
     * @param digest their SHA-256, 64 hexadecimal digits in lower case; whatever else is an {@link IllegalArgumentException}
     * @return whether they are
     * @throws io.mlops4j.api.error.StorageException if that cannot be known
     */
    boolean contains(String digest);

    /**
     * Removes bytes, if they are there. A power cut may bring them back. Which bundles are still needed a store does not
     * know: only the sweep of a registry may call this.
     *
     * @param digest their SHA-256, 64 hexadecimal digits in lower case; whatever else is an {@link IllegalArgumentException}
     * @throws io.mlops4j.api.error.StorageException if they cannot be removed, or nobody knows
     */
    void delete(String digest);

    /**
     * Lists what is there. A listing is no promise: it may lack what was put a moment ago and name what is gone.
     *
     * @return digests and lengths, in any order, read while it is walked along; to be closed
     * @throws io.mlops4j.api.error.StorageException if it cannot be read; also while it is walked along
     */
    Stream<StoredBlob> list();

    /**
     * Puts bytes aside that are not what they should be. Afterwards they are not there for any other method, so a good copy
     * can be put in their place. They are kept where people find them, and never removed. Sound bytes stay where they are.
     *
     * @param digest the SHA-256 that they should have, 64 hexadecimal digits in lower case; whatever else is an
     *     {@link IllegalArgumentException}
     * @throws io.mlops4j.api.error.StorageException if they cannot be read or put aside
     */
    void quarantine(String digest);

    /**
     * Removes what writers left behind that died in the middle: temporary files, uploads that were never completed. It never
     * touches stored bytes.
     *
     * @param before only what was begun before this instant, because whoever began it later may still be writing
     * @throws io.mlops4j.api.error.StorageException if it cannot be removed
     */
    default void removeLeftovers(Instant before) {}

    /** Lets go of what it holds open; closing twice is harmless. */
    @Override
    default void close() {}
}
