package io.mlops4j.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** A named range of bytes: an entry of a container, where it lies. Copies nothing. */
final class StoredEntry {

    private final String name;
    private final byte[] bytes;
    private final int offset;
    private final int size;
    private final int crc;

    StoredEntry(String name, byte[] bytes, int offset, int size) {
        this.name = name;
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
        CRC32 check = new CRC32();
        check.update(bytes, offset, size);
        this.crc = (int) check.getValue();
    }

    StoredEntry(String name, byte[] bytes) {
        this(name, bytes, 0, bytes.length);
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    /** What lies behind it, from {@link #offset()} on {@link #size()} bytes. */
    byte[] array() {
        return bytes;
    }

    int offset() {
        return offset;
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + size);
    }

    /** For reading, in the byte order of the format. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, offset, size).slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    int crc() {
        return crc;
    }

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, size);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
