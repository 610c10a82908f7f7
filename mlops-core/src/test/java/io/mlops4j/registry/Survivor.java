package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.StoredBlob;
import io.mlops4j.api.registry.VersionStanding;
import io.mlops4j.storage.Disk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The registry as it is opened after a power cut, by the code that opens every registry. */
final class Survivor implements AutoCloseable {

    static final Path BLOBS = Path.of("/blobs");

    static Path file(String digest) {
        return BLOBS.resolve("sha256").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private final CrashDatabase database;
    private final ModelRegistry registry;
    private final List<ModelVersion> versions;
    private final List<ModelVersion> live;
    private final List<AliasMove> history;
    private final List<String> broken = new ArrayList<>();
    private BlobStore found = Registries.blobsInMemory();

    /**
     * Opens the rows; which files are beside them is said later.
     *
     * @param image the database as it was committed last
     */
    Survivor(byte[] image) {
        this.database = new CrashDatabase(image, () -> {});
        BlobStore blobs = new OtherBlobs(found) {
            @Override
            public Optional<BundleContent> get(String digest) {
                return found.get(digest);
            }

            @Override
            public String toString() {
                return found.toString();
            }
        };
        this.registry = Registries.open(database.open(), blobs, Given.environment(() -> Instant.EPOCH));
        this.versions = registry.versions(Given.MODEL);
        this.live = versions.stream()
                .filter(version -> version.standing() != VersionStanding.PURGED)
                .toList();
        this.history = registry.history(Given.MODEL, Alias.CHAMPION);
        registry.verify().broken().ifPresent(link -> broken.add("the audit is broken: " + link));
    }

    /**
     * What is wrong with the rows together with these files.
     *
     * @param inFlight bundles that somebody was about to register
     */
    List<String> problems(Map<Path, byte[]> files, Acknowledged acknowledged, List<byte[]> inFlight) {
        List<String> problems = new ArrayList<>(broken);
        problems.addAll(acknowledged.missingFrom(versions, history));
        try {
            found = new FolderBlobs(CrashDisk.after(files), BLOBS);
            for (ModelVersion version : live) {
                if (acknowledged.isOther(
                        version.number(), registry.content(version).bytes())) {
                    problems.add("v" + version.number() + " has other bytes than were acknowledged");
                }
            }
            try (Stream<StoredBlob> listed = found.list()) {
                listed.forEach(blob -> found.get(blob.digest()));
            }
            for (byte[] content : inFlight) {
                BundleContent bundle = BundleContent.of(content);
                found.put(bundle);
                if (!found.get(bundle.digest()).orElseThrow().equals(bundle)) {
                    problems.add("what is put again comes back as something else");
                }
            }
        } catch (MlopsException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    /** What goes wrong if life goes on from here, as far as a sweep that finds everything old enough. */
    List<String> problemsLater(Map<Path, byte[]> files, Instant later) {
        List<String> problems = new ArrayList<>();
        try (CrashDatabase rows = new CrashDatabase(database.image(), () -> {})) {
            CrashDisk disk = CrashDisk.after(files);
            BlobStore blobs = new FolderBlobs(disk, BLOBS);
            Database opened = rows.open();
            ModelRegistry again = Registries.open(opened, blobs, Given.environment(() -> later));
            ModelVersion next = again.register(Given.registration("after the crash"));
            OptionalInt present = again.alias(Given.MODEL, Alias.CHAMPION)
                    .map(alias -> OptionalInt.of(alias.version()))
                    .orElse(OptionalInt.empty());
            again.move(Given.MODEL, Alias.CHAMPION, present, OptionalInt.of(next.number()), Given.ANN);
            new Sweeping(opened, blobs, () -> later).run(Duration.ZERO);
            again.versions(Given.MODEL).stream()
                    .filter(version -> version.standing() != VersionStanding.PURGED)
                    .forEach(again::content);
            disk.names().stream()
                    .filter(path -> path.toString().endsWith(Disk.SUFFIX))
                    .forEach(path -> problems.add("later " + path + " is still there"));
            again.verify().broken().ifPresent(link -> problems.add("later the audit is broken: " + link));
        } catch (MlopsException e) {
            problems.add("later: " + e.getMessage());
        }
        return problems;
    }

    @Override
    public void close() {
        database.close();
    }
}
