package io.mlops4j.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The three records of a zip file (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16) in the only form that a bundle has:
 * stored, one fixed time, no flags, no extra fields, no comments, no attributes.
 */
final class ZipRecords {

    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int END_SIGNATURE = 0x06054b50;

    static final int LOCAL_SIZE = 30;
    static final int CENTRAL_SIZE = 46;
    static final int END_SIZE = 22;

    /** Version 1.0 of the zip format: plain stored files. */
    static final short VERSION = 10;

    static final short STORED = 0;

    /** Midnight of 1980-01-01, the first moment that a zip file can name. */
    static final short TIME = 0;

    static final short DATE = 1 << 5 | 1;

    private ZipRecords() {}

    static byte[] local(StoredEntry entry) {
        byte[] record = new byte[LOCAL_SIZE + entry.name().length()];
        ByteBuffer out = in(record).putInt(LOCAL_SIGNATURE);
        common(out, entry);
        out.put(entry.name().getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    static byte[] central(StoredEntry entry, int localOffset) {
        byte[] record = new byte[CENTRAL_SIZE + entry.name().length()];
        ByteBuffer out = in(record).putInt(CENTRAL_SIGNATURE).putShort(VERSION);
        common(out, entry);
        // no comment, the first disk, no internal and no external attributes: neither a link nor a folder
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt(localOffset).put(entry.name().getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    static byte[] end(int entries, int centralSize, int centralOffset) {
        byte[] record = new byte[END_SIZE];
        // one disk, all entries on it
        ByteBuffer out = in(record).putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
        out.putShort((short) entries).putShort((short) entries);
        // no comment
        out.putInt(centralSize).putInt(centralOffset).putShort((short) 0);
        return record;
    }

    /** What a local and a central header share, from the version that a reader needs to the length of the extra fields. */
    private static void common(ByteBuffer out, StoredEntry entry) {
        // no flags
        out.putShort(VERSION)
                .putShort((short) 0)
                .putShort(STORED)
                .putShort(TIME)
                .putShort(DATE);
        // the size as it is stored, and unpacked
        out.putInt(entry.crc()).putInt(entry.size()).putInt(entry.size());
        // no extra fields
        out.putShort((short) entry.name().length()).putShort((short) 0);
    }

    private static ByteBuffer in(byte[] record) {
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    }
}
