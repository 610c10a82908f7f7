package io.mlops4j.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** A named range of bytes: an entry of a container, where it lies. Copies nothing. */
final class StoredEntry {

    private final String name;
    private final ByteBuffer bytes;
    private final int crc;

    /**
     * An entry.
     *
     * @param bytes what it is, from position 0 to the limit; its position stays
     */
    StoredEntry(String name, ByteBuffer bytes) {
        this.name = name;
        this.bytes = bytes;
        CRC32 check = new CRC32();
        check.update(bytes.duplicate());
        this.crc = (int) check.getValue();
    }

    StoredEntry(String name, byte[] bytes) {
        this(name, ByteBuffer.wrap(bytes));
    }

    String name() {
        return name;
    }

    int size() {
        return bytes.limit();
    }

    byte[] copy() {
        byte[] copy = new byte[size()];
        bytes.get(0, copy);
        return copy;
    }

    /** For reading, in the byte order of the format. */
    ByteBuffer buffer() {
        return bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    int crc() {
        return crc;
    }

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
