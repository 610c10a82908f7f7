package io.mlops4j.api.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a bundle, and their SHA-256. Immutable, if whoever had the array before keeps to {@link #takingOver}. */
public final class BundleContent {

    private final byte[] bytes;
    private final String digest;

    private BundleContent(byte[] bytes, String digest) {
        this.bytes = bytes;
        this.digest = digest;
    }

    /**
     * Computes the digest of bytes.
     *
     * @param bytes the stored form; copied
     * @return the content
     */
    public static BundleContent of(byte[] bytes) {
        return takingOver(bytes.clone());
    }

    /**
     * Computes the digest of bytes without copying them: for stores and readers, which made the array themselves.
     *
     * @param bytes the stored form. From now on it belongs to the content: whoever changes it breaks what this class promises.
     * @return the content
     */
    public static BundleContent takingOver(byte[] bytes) {
        try {
            return new BundleContent(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * The SHA-256 of the bytes.
     *
     * @return 64 hexadecimal digits in lower case
     */
    public String digest() {
        return digest;
    }

    /**
     * How many bytes there are.
     *
     * @return the size
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The stored form.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The stored form, for reading.
     *
     * @return a new view of it, which cannot be written through; nothing is copied
     */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /**
     * Writes the stored form.
     *
     * @param out takes it; stays open
     * @throws IOException if it does not take it
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BundleContent that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "sha256:" + digest;
    }
}
