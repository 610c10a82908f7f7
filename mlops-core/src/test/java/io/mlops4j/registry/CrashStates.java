package io.mlops4j.registry;

import io.mlops4j.registry.CrashDisk.Node;
import io.mlops4j.registry.CrashDisk.Renaming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All that a power cut could leave of a disk at this moment, as files by their paths. */
final class CrashStates {

    /** Stands for a folder. */
    static final byte[] FOLDER = new byte[0];

    private static final int SECTOR = 512;

    private final CrashDisk disk;

    CrashStates(CrashDisk disk) {
        this.disk = disk;
    }

    /** Every combination of cached names that made it, and of what made it of the files that they name. */
    void forEach(Consumer<Map<Path, byte[]>> state) {
        List<Renaming> pending = disk.pending();
        for (int chosen = 0; chosen < 1 << pending.size(); chosen++) {
            Map<Path, Node> names = new TreeMap<>(disk.durable());
            for (int i = 0; i < pending.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    pending.get(i).names().forEach((path, node) -> CrashDisk.apply(names, path, node));
                }
            }
            names.keySet().removeIf(path -> !isReachable(path, names));
            contents(List.copyOf(names.entrySet()), 0, new TreeMap<>(), new TreeMap<>(), state);
        }
    }

    private static boolean isReachable(Path path, Map<Path, Node> names) {
        Path parent = path.getParent();
        return parent == null || (names.containsKey(parent) && isReachable(parent, names));
    }

    private static void contents(
            List<Map.Entry<Path, Node>> names,
            int next,
            Map<Path, byte[]> files,
            Map<Integer, byte[]> chosen,
            Consumer<Map<Path, byte[]>> state) {
        if (next == names.size()) {
            state.accept(new TreeMap<>(files));
            return;
        }
        Path path = names.get(next).getKey();
        Node node = names.get(next).getValue();
        int identity = System.identityHashCode(node);
        List<byte[]> variants = node.folder
                ? List.of(FOLDER)
                // a file of two names has one content
                : chosen.containsKey(identity) ? List.of(chosen.get(identity)) : variants(node);
        boolean first = !chosen.containsKey(identity);
        for (byte[] variant : variants) {
            files.put(path, variant);
            chosen.put(identity, variant);
            contents(names, next + 1, files, chosen, state);
        }
        files.remove(path);
        if (first) {
            chosen.remove(identity);
        }
    }

    /** As it was forced; or with its new length, and of each sector the new bytes or nothing. */
    private static List<byte[]> variants(Node node) {
        if (node.isForced()) {
            return List.of(node.forced);
        }
        List<byte[]> variants = new ArrayList<>(List.of(node.forced));
        int sectors = (node.written.length + SECTOR - 1) / SECTOR;
        for (int chosen = 0; chosen < 1 << sectors; chosen++) {
            byte[] torn = new byte[node.written.length];
            for (int sector = 0; sector < sectors; sector++) {
                if ((chosen >> sector & 1) == 1) {
                    int from = sector * SECTOR;
                    int to = Math.min(from + SECTOR, torn.length);
                    System.arraycopy(node.written, from, torn, from, to - from);
                }
            }
            variants.add(torn);
        }
        return variants;
    }

    /** Tells two states apart. */
    static String key(Map<Path, byte[]> state) {
        StringBuilder key = new StringBuilder();
        state.forEach((path, content) -> key.append(path)
                .append(content == FOLDER ? "/" : " " + content.length + " " + Arrays.hashCode(content))
                .append('\n'));
        return key.toString();
    }
}
