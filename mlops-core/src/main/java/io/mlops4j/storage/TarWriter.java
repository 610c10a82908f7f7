package io.mlops4j.storage;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tar file, one entry after the other, without holding any of them. Where bundles have zip, this is for what may be
 * larger and have more parts than a zip file without extensions. The same entries always give the same bytes.
 */
public final class TarWriter {

    private final OutputStream out;

    /**
     * A writer.
     *
     * @param out takes the bytes; stays open
     */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes an entry.
     *
     * @param name its name: ASCII, at most 100 characters
     * @param size how many bytes it has, less than 8 GiB
     * @param content writes exactly so many
     * @throws IOException if they are not taken, or are more or less than announced
     */
    public void entry(String name, long size, WholeFile.Content content) throws IOException {
        out.write(TarHeader.of(name, size));
        Counting counting = new Counting();
        content.writeTo(counting);
        if (counting.count != size) {
            throw new IOException("part '" + name + "' has " + counting.count + " bytes, not " + size);
        }
        out.write(new byte[TarHeader.padding(size)]);
    }

    /**
     * Ends the file.
     *
     * @throws IOException if the end is not taken
     */
    public void end() throws IOException {
        out.write(new byte[2 * TarHeader.BLOCK]);
        out.flush();
    }

    private final class Counting extends OutputStream {

        private long count;

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}
