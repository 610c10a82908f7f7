package io.mlops4j.data;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.StorageException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens a file as UTF-8 text; what it is, its first bytes say and not its name. */
final class TextFile {

    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    static Reader open(CsvOptions file) {
        InputStream opened = null;
        try {
            opened = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER);
            if (startsWith(opened, 0x1F, 0x8B)) {
                opened = new BufferedInputStream(new GZIPInputStream(opened, BUFFER), BUFFER);
            }
            refuseWhatIsNoUtf8(opened, file.name());
            if (startsWith(opened, 0xEF, 0xBB, 0xBF)) {
                opened.skipNBytes(3);
            }
            return new Utf8Reader(opened);
        } catch (NoSuchFileException e) {
            throw new StorageException("there is no file " + file.path() + ".", e);
        } catch (IOException e) {
            closeQuietly(opened);
            throw failure(file, "before the first line", e);
        } catch (RuntimeException e) {
            closeQuietly(opened);
            throw e;
        }
    }

    /** Broken content is the data's fault, anything else the disk's. */
    static RuntimeException failure(CsvOptions file, String where, IOException e) {
        boolean damaged = e instanceof ZipException || e instanceof EOFException;
        return damaged
                ? new InvalidDataException(
                        file.name() + ": the gzip data end or are damaged " + where + ". Get a whole copy of the file.",
                        e)
                : new StorageException("cannot read " + file.path() + " " + where + ": " + e + ".", e);
    }

    private static void refuseWhatIsNoUtf8(InputStream in, String name) throws IOException {
        if (startsWith(in, 0xFE, 0xFF) || startsWith(in, 0xFF, 0xFE)) {
            throw new InvalidDataException(name + " is in UTF-16. Save it in UTF-8.");
        }
        if (startsWith(in, 'P', 'K', 3, 4)) {
            throw new InvalidDataException(
                    name + " is a zip archive or a spreadsheet, not text. Take the CSV file out of it,"
                            + " or export the sheet as CSV in UTF-8.");
        }
    }

    private static boolean startsWith(InputStream in, int... magic) throws IOException {
        in.mark(magic.length);
        byte[] start = in.readNBytes(magic.length);
        in.reset();
        for (int i = 0; i < magic.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static void closeQuietly(@Nullable InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // the file could not be opened anyway, and that is what is reported
        }
    }
}
