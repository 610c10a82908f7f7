package io.mlops4j.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes a container. By hand and not by {@code java.util.zip}, whose output depends on the time zone and may change with
 * the JDK.
 */
final class StoredZip {

    private StoredZip() {}

    /** The same entries always give the same bytes. */
    static byte[] write(List<StoredEntry> entries) {
        long total = ZipRecords.END_SIZE;
        for (StoredEntry entry : entries) {
            total += ZipRecords.LOCAL_SIZE
                    + ZipRecords.CENTRAL_SIZE
                    + 2L * entry.name().length()
                    + entry.size();
        }
        if (total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A bundle has at most " + Integer.MAX_VALUE + " bytes; this one needs "
                    + total + ". Train a smaller model.");
        }
        byte[] zip = new byte[(int) total];
        ByteBuffer out = ByteBuffer.wrap(zip);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (StoredEntry entry : entries) {
            directory.writeBytes(ZipRecords.central(entry, out.position()));
            out.put(ZipRecords.local(entry)).put(entry.buffer());
        }
        byte[] end = ZipRecords.end(entries.size(), directory.size(), out.position());
        out.put(directory.toByteArray()).put(end);
        return zip;
    }
}
