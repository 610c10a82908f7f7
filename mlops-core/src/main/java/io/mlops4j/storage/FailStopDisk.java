package io.mlops4j.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disk that writes no more after it once failed to force something. What was not forced may be lost although the next
 * attempt succeeds: the system has thrown the pages away and remembers nothing. Reading goes on, and so does removing, which
 * promises nothing.
 */
public final class FailStopDisk implements Disk {

    private final Disk disk;
    private volatile @Nullable IOException failure;

    /**
     * A disk that works so far.
     *
     * @param disk does the work
     */
    public FailStopDisk(Disk disk) {
        this.disk = disk;
    }

    private interface Forcing {
        void run() throws IOException;
    }

    private void force(Forcing forcing) throws IOException {
        requireSound();
        try {
            forcing.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void requireSound() throws IOException {
        IOException before = failure;
        if (before != null) {
            throw new IOException(
                    "the disk failed before to keep what was written, so nothing more is written here; check the disk,"
                            + " then open it again",
                    before);
        }
    }

    @Override
    public Temporary temporary(Path folder) throws IOException {
        requireSound();
        Temporary temporary = disk.temporary(folder);
        return new Temporary() {
            @Override
            public Path path() {
                return temporary.path();
            }

            @Override
            public OutputStream out() {
                return temporary.out();
            }

            @Override
            public void force() throws IOException {
                FailStopDisk.this.force(temporary::force);
            }

            @Override
            public void close() throws IOException {
                temporary.close();
            }
        };
    }

    @Override
    public void link(Path temporary, Path file) throws IOException {
        requireSound();
        disk.link(temporary, file);
    }

    @Override
    public void replace(Path temporary, Path file) throws IOException {
        requireSound();
        disk.replace(temporary, file);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        return disk.delete(file);
    }

    @Override
    public boolean createFolder(Path folder) throws IOException {
        requireSound();
        return disk.createFolder(folder);
    }

    @Override
    public void force(Path folder) throws IOException {
        force(() -> disk.force(folder));
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public Instant modified(Path file) throws IOException {
        return disk.modified(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }
}
