package io.mlops4j.registry;

import io.mlops4j.storage.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory that knows what a power cut would leave. What is written is in the page cache until its file is forced; a
 * name that is given or taken away is in the cache until its folder is forced. Of all that is only cached, any part may be
 * on the disk already, in any order, and of a file any of its sectors.
 */
final class CrashDisk implements Disk {

    /** A file or a folder; its names are apart from it. */
    static final class Node {

        final boolean folder;
        byte[] written = new byte[0];
        byte[] forced = new byte[0];
        boolean survived;

        Node(boolean folder) {
            this.folder = folder;
        }

        boolean isForced() {
            return written == forced;
        }
    }

    /** More combinations nobody has time for: of so many names in the cache the oldest is taken to be on the disk. */
    private static final int MOST_PENDING = 9;

    /** What one operation did to names, which happens as a whole; a null node takes the name away. */
    record Renaming(Path folder, Map<Path, Node> names) {}

    private final Map<Path, Node> cached = new TreeMap<>();
    private final Map<Path, Node> durable = new TreeMap<>();
    private final List<Renaming> pending = new ArrayList<>();
    private final Runnable operation;
    private int temporaries;
    private int writtenBack;

    /**
     * An empty disk.
     *
     * @param operation runs after each operation that changed something
     */
    CrashDisk(Runnable operation) {
        this.operation = operation;
        Node root = new Node(true);
        cached.put(Path.of("/"), root);
        durable.put(Path.of("/"), root);
    }

    /** The disk as a power cut left it. */
    static CrashDisk after(Map<Path, byte[]> files) {
        CrashDisk disk = new CrashDisk(() -> {});
        files.forEach((path, content) -> {
            Node node = new Node(content == CrashStates.FOLDER);
            node.written = content;
            node.forced = content;
            node.survived = true;
            disk.cached.put(path, node);
            disk.durable.put(path, node);
        });
        return disk;
    }

    Map<Path, Node> durable() {
        return durable;
    }

    Set<Path> names() {
        return cached.keySet();
    }

    List<Renaming> pending() {
        return pending;
    }

    /** How many names were given to the disk although nobody forced them; those that are taken away nobody has to force. */
    int writtenBack() {
        return writtenBack;
    }

    @Override
    public Temporary temporary(Path folder) throws IOException {
        requireFolder(folder);
        Node node = new Node(false);
        Path path = folder.resolve(PREFIX + ++temporaries + SUFFIX);
        name(Map.of(path, node), folder);
        return new Temporary() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public OutputStream out() {
                return writing(node);
            }

            @Override
            public void force() {
                node.forced = node.written;
                operation.run();
            }

            @Override
            public void close() {}
        };
    }

    private OutputStream writing(Node node) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                ByteArrayOutputStream longer = new ByteArrayOutputStream();
                longer.writeBytes(node.written);
                longer.write(bytes, offset, length);
                node.written = longer.toByteArray();
                operation.run();
            }
        };
    }

    /** What a careless program does: it empties the file and writes it again. */
    void overwrite(Path file, byte[] content) throws IOException {
        Node node = cached.get(file);
        if (node == null) {
            node = new Node(false);
            name(Map.of(file, node), parent(file));
        }
        node.written = new byte[0];
        operation.run();
        writing(node).write(content);
        node.forced = node.written;
        operation.run();
        force(parent(file));
    }

    @Override
    public void link(Path temporary, Path file) throws IOException {
        if (cached.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        name(Map.of(file, require(temporary)), parent(file));
    }

    @Override
    public void replace(Path temporary, Path file) throws IOException {
        Map<Path, Node> names = new LinkedHashMap<>();
        names.put(file, require(temporary));
        names.put(temporary, null);
        name(names, parent(file));
    }

    @Override
    public boolean delete(Path file) {
        if (!cached.containsKey(file)) {
            return false;
        }
        Map<Path, Node> names = new LinkedHashMap<>();
        names.put(file, null);
        name(names, parent(file));
        return true;
    }

    @Override
    public boolean createFolder(Path folder) throws IOException {
        if (cached.containsKey(folder)) {
            requireFolder(folder);
            return false;
        }
        requireFolder(parent(folder));
        name(Map.of(folder, new Node(true)), parent(folder));
        return true;
    }

    private void name(Map<Path, Node> names, Path folder) {
        names.forEach((path, node) -> apply(cached, path, node));
        pending.add(new Renaming(folder, names));
        if (pending.size() > MOST_PENDING) {
            Renaming oldest = pending.remove(0);
            oldest.names().forEach((path, node) -> apply(durable, path, node));
            writtenBack += oldest.names().values().stream().anyMatch(Objects::nonNull) ? 1 : 0;
        }
        operation.run();
    }

    static void apply(Map<Path, Node> all, Path path, Node node) {
        if (node == null) {
            all.remove(path);
        } else {
            all.put(path, node);
        }
    }

    @Override
    public void force(Path folder) throws IOException {
        requireFolder(folder);
        for (Renaming renaming : List.copyOf(pending)) {
            if (renaming.folder().equals(folder)) {
                renaming.names().forEach((path, node) -> apply(durable, path, node));
                pending.remove(renaming);
            }
        }
        operation.run();
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return require(file).written.clone();
    }

    @Override
    public long size(Path file) throws IOException {
        return cached.containsKey(file) ? require(file).written.length : -1;
    }

    /** What was there before the power cut is old. */
    @Override
    public Instant modified(Path file) throws IOException {
        return require(file).survived ? Instant.EPOCH : Instant.MAX;
    }

    @Override
    public List<Path> list(Path folder) {
        return cached.keySet().stream()
                .filter(path -> folder.equals(path.getParent()))
                .toList();
    }

    private Node require(Path file) throws IOException {
        Node node = cached.get(file);
        if (node == null) {
            throw new NoSuchFileException(file.toString());
        } else if (node.folder) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        return node;
    }

    private void requireFolder(Path folder) throws IOException {
        Node node = cached.get(folder);
        if (node == null) {
            throw new NoSuchFileException(folder.toString());
        } else if (!node.folder) {
            throw new FileAlreadyExistsException(folder.toString());
        }
    }

    private static Path parent(Path file) {
        return file.getParent();
    }
}
