package io.mlops4j.storage;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a tar file from its beginning to its end, and accepts exactly the bytes that {@link TarWriter} writes: every header is
 * compared with the one that would have been written, and nothing can hide behind a content or behind the end. Nothing is
 * unpacked, so no name ever becomes a path; nothing is believed to be longer than the file.
 */
public final class TarReader {

    private final InputStream in;
    private long left;
    private Content content = new Content("the beginning", 0);

    /**
     * A reader.
     *
     * @param in gives the bytes; stays open
     * @param size how many there are
     */
    public TarReader(InputStream in, long size) {
        this.in = in;
        this.left = size;
    }

    /** The bytes of an entry; ends where the entry ends. */
    public final class Content extends InputStream {

        private final String name;
        private final long size;
        private long unread;

        private Content(String name, long size) {
            this.name = name;
            this.size = size;
            this.unread = size;
        }

        /**
         * What it is called.
         *
         * @return the name, not checked but for its length
         */
        public String name() {
            return name;
        }

        /**
         * How long it is.
         *
         * @return how many bytes there are in all
         */
        public long size() {
            return size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (unread == 0) {
                return -1;
            }
            int read = in.read(bytes, from, (int) Math.min(unread, length));
            if (read < 0) {
                throw corrupt("part " + Quoted.of(name) + " is cut off.");
            }
            unread -= read;
            left -= read;
            return read;
        }
    }

    /**
     * The next entry. The one before must have been read to its end.
     *
     * @return its content, or empty after the last one, when the file was seen to end there
     * @throws IOException if it cannot be read
     * @throws CorruptArtifactException if something else is there than would have been written
     */
    public Optional<Content> next() throws IOException {
        if (content.unread > 0) {
            throw new IllegalStateException(content.unread + " bytes of " + content.name + " were not read.");
        }
        requireZeros(take(TarHeader.padding(content.size), "behind part " + Quoted.of(content.name)));
        byte[] header = take(TarHeader.BLOCK, "where a part should begin or the end be");
        if (header[0] == 0) {
            requireZeros(header);
            requireZeros(take(TarHeader.BLOCK, "in its end"));
            if (in.read() >= 0) {
                throw corrupt(Math.max(1, left) + " bytes follow its end.");
            }
            return Optional.empty();
        }
        content = entry(header);
        return Optional.of(content);
    }

    private Content entry(byte[] header) {
        String name = TarHeader.name(header);
        long size = TarHeader.size(header);
        if (size < 0 || !Arrays.equals(header, TarHeader.of(name, size))) {
            throw corrupt("the header of part " + Quoted.of(name) + " is not one that is written here.");
        } else if (size > left) {
            throw corrupt("part " + Quoted.of(name) + " declares " + size + " bytes, but only " + left
                    + " follow: it is cut off.");
        }
        return new Content(name, size);
    }

    private byte[] take(int length, String where) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw corrupt("it is cut off " + where + ".");
        }
        left -= length;
        return bytes;
    }

    private void requireZeros(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                throw corrupt("there is something behind part " + Quoted.of(content.name) + ".");
            }
        }
    }

    private static CorruptArtifactException corrupt(String problem) {
        return new CorruptArtifactException("container: " + problem);
    }
}
