package io.mlops4j.registry;

import io.mlops4j.storage.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A disk that does as another one does, but for what a test overrides. */
class OtherDisk implements Disk {

    private final Disk disk;

    OtherDisk(Disk disk) {
        this.disk = disk;
    }

    /** Runs before everything that changes something, and may throw instead. */
    void before(String operation, Path path) throws IOException {}

    void forceFile(Temporary file) throws IOException {
        file.force();
    }

    @Override
    public Temporary temporary(Path folder) throws IOException {
        before("temporary", folder);
        Temporary file = disk.temporary(folder);
        return new Temporary() {
            @Override
            public Path path() {
                return file.path();
            }

            @Override
            public OutputStream out() {
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        before("write", file.path());
                        file.out().write(bytes, offset, length);
                    }
                };
            }

            @Override
            public void force() throws IOException {
                before("force", file.path());
                forceFile(file);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void link(Path temporary, Path file) throws IOException {
        before("link", file);
        disk.link(temporary, file);
    }

    @Override
    public void replace(Path temporary, Path file) throws IOException {
        before("replace", file);
        disk.replace(temporary, file);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        before("delete", file);
        return disk.delete(file);
    }

    @Override
    public boolean createFolder(Path folder) throws IOException {
        before("createFolder", folder);
        return disk.createFolder(folder);
    }

    @Override
    public void force(Path folder) throws IOException {
        before("forceFolder", folder);
        disk.force(folder);
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
