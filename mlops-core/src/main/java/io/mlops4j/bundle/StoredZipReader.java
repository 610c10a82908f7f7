package io.mlops4j.bundle;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.Quoted;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a container, and accepts exactly the bytes that {@link StoredZip} writes: every header is compared with the one
 * that would have been written, one after the other, so that nothing can hide between, before or behind them. Nothing is
 * unpacked, so no name ever becomes a path.
 */
final class StoredZipReader {

    /** Lower case and one dot: no folder, no drive, no second spelling of a name. */
    private static final Pattern NAME = Pattern.compile("[a-z]{1,40}\\.(json|bin)");

    private final ByteBuffer bytes;
    private final BundleLimits limits;
    private int at;

    /**
     * A reader.
     *
     * @param bytes the container, from position 0 to the limit; its position stays
     */
    StoredZipReader(ByteBuffer bytes, BundleLimits limits) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /** The entry at the very start, whatever may follow it. */
    StoredEntry first() {
        at = 0;
        return entry("the first entry");
    }

    /** All entries, after the last byte was seen. */
    List<StoredEntry> entries() {
        List<StoredEntry> entries = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        at = 0;
        while (signature() == ZipRecords.LOCAL_SIGNATURE) {
            if (entries.size() == limits.entries()) {
                throw new BeyondLimitException(
                        "container: there are more than " + limits.entries() + " entries.", "entries");
            }
            offsets.add(at);
            StoredEntry entry = entry("entry " + (entries.size() + 1));
            if (entries.stream().anyMatch(before -> before.name().equals(entry.name()))) {
                throw corrupt("two entries are called '" + entry.name() + "'.");
            }
            entries.add(entry);
        }
        int directory = at;
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).name();
            expect(
                    ZipRecords.central(entries.get(i), offsets.get(i)),
                    "the central directory's header of part '" + name + "'");
        }
        expect(ZipRecords.end(entries.size(), at - directory, directory), "the end of the central directory");
        if (at != bytes.limit()) {
            throw corrupt((bytes.limit() - at) + " bytes follow its end.");
        }
        return entries;
    }

    private int signature() {
        return bytes.limit() - at < Integer.BYTES ? 0 : bytes.getInt(at);
    }

    private StoredEntry entry(String which) {
        int start = at;
        if (bytes.limit() - start < ZipRecords.LOCAL_SIZE) {
            throw corrupt("it is cut off in the header of " + which + ", at byte " + bytes.limit() + ".");
        }
        String name = name(which, start);
        String where = "the header of part '" + name + "' ";
        requireStored(where, start);
        long size = Integer.toUnsignedLong(bytes.getInt(start + 22));
        if (size > limits.entryBytes()) {
            throw new BeyondLimitException(
                    "container: " + where + "declares " + size + " bytes, the limit is " + limits.entryBytes() + ".",
                    "entryBytes");
        }
        int from = start + ZipRecords.LOCAL_SIZE + name.length();
        if (size > bytes.limit() - from) {
            throw corrupt(where + "declares " + size + " bytes, but only " + (bytes.limit() - from)
                    + " follow: it is cut off.");
        }
        StoredEntry entry = new StoredEntry(name, bytes.slice(from, (int) size));
        if (entry.crc() != bytes.getInt(start + 14)) {
            throw new CorruptArtifactException(
                    "part '" + name + "': its bytes do not have the CRC-32 of its header: they were altered.");
        }
        expect(ZipRecords.local(entry), where.strip());
        at += entry.size();
        return entry;
    }

    private String name(String which, int start) {
        int length = Short.toUnsignedInt(bytes.getShort(start + 26));
        int from = start + ZipRecords.LOCAL_SIZE;
        if (length > bytes.limit() - from) {
            throw corrupt("it is cut off in the name of " + which + ", at byte " + bytes.limit() + ".");
        }
        byte[] letters = new byte[length];
        bytes.get(from, letters);
        String name = new String(letters, StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) {
            throw corrupt(which + " is called " + Quoted.of(name) + ", which is no name of a part.");
        }
        return name;
    }

    /** Says what is wrong with the usual kinds of other zip files; what it overlooks, the comparison finds. */
    private void requireStored(String where, int start) {
        int flags = bytes.getShort(start + 6);
        int method = Short.toUnsignedInt(bytes.getShort(start + 8));
        if ((flags & 1) != 0) {
            throw corrupt(where + "says that it is encrypted; parts of a bundle are not.");
        }
        if ((flags & 8) != 0) {
            throw corrupt(where + "announces a data descriptor; parts of a bundle have none.");
        }
        if (method != ZipRecords.STORED) {
            throw corrupt(where + "names compression method " + method
                    + "; parts of a bundle are stored without compression.");
        }
        if (bytes.getInt(start + 18) != bytes.getInt(start + 22)) {
            throw corrupt(where + "declares two different sizes; without compression they are equal.");
        }
        if (bytes.getShort(start + 28) != 0) {
            throw corrupt(where + "has extra fields; those of a bundle have none.");
        }
    }

    /** The next bytes must be these. */
    private void expect(byte[] expected, String what) {
        ByteBuffer found = bytes.slice(at, Math.min(bytes.limit() - at, expected.length));
        int difference = ByteBuffer.wrap(expected).mismatch(found);
        if (difference >= 0) {
            throw corrupt(what + " is not what a bundle has there, from byte " + (at + difference) + " on.");
        }
        at += expected.length;
    }

    private static CorruptArtifactException corrupt(String problem) {
        return new CorruptArtifactException("container: " + problem);
    }
}
