package io.mlops4j.api.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a bundle, and their SHA-256. Immutable. */
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
        byte[] copy = bytes.clone();
        try {
            return new BundleContent(
                    copy,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(copy)));
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
