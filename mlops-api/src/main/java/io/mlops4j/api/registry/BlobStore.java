package io.mlops4j.api.registry;

import java.util.Optional;

/**
 * Keeps bytes by their SHA-256. Made for folders as well as for object stores: it renames nothing, locks nothing, and never
 * asks what there is. Safe for use by many threads and many processes.
 */
public interface BlobStore extends AutoCloseable {

    /**
     * Stores bytes durably: when it returns, they survive a power cut. Bytes that are there already are not written again.
     *
     * @param content the bytes
     * @return their SHA-256, 64 hexadecimal digits
     * @throws io.mlops4j.api.error.CorruptArtifactException if they are there already, but altered
     * @throws io.mlops4j.api.error.StorageException if they cannot be stored; then nothing is there
     */
    String put(byte[] content);

    /**
     * Gives bytes.
     *
     * @param digest their SHA-256, 64 hexadecimal digits in lower case; whatever else is an {@link IllegalArgumentException}
     * @return the bytes, compared with their digest; or empty if they are not there
     * @throws io.mlops4j.api.error.CorruptArtifactException if they are there, but altered
     * @throws io.mlops4j.api.error.StorageException if they cannot be read
     */
    Optional<byte[]> get(String digest);

    /**
     * Says whether bytes are there, without reading them.
     *
     * @param digest their SHA-256, 64 hexadecimal digits in lower case; whatever else is an {@link IllegalArgumentException}
     * @return whether they are
     * @throws io.mlops4j.api.error.StorageException if that cannot be known
     */
    boolean contains(String digest);

    /** Lets go of what it holds open; closing twice is harmless. */
    @Override
    default void close() {}
}
