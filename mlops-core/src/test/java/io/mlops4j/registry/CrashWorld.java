package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.environment.Environment;
import io.mlops4j.storage.Disk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * A life of a registry on a disk that could lose its power at any moment: after each operation everything that a power cut
 * could leave is opened and examined. Often a second process acts in the middle of what the first one does.
 */
class CrashWorld {

    private static final int LONGEST_BUNDLE = 2560;
    private static final int EXAMINED_LATER = 250;

    private final Random random;
    private final boolean withoutGrace;
    private final CrashDisk disk = new CrashDisk(this::operated);
    private final CrashDatabase rows = new CrashDatabase(new byte[0], this::committed);
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<byte[]> bundles = new ArrayList<>();
    private final List<byte[]> inFlight = new ArrayList<>();
    private final Map<byte[], Survivor> survivors = new IdentityHashMap<>();
    private final Map<byte[], Integer> images = new IdentityHashMap<>();
    private final Set<String> states = new HashSet<>();
    private final Set<String> examined = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private final List<MlopsException> refusals = new ArrayList<>();

    private final Database database = rows.open();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private byte[] committedBefore = rows.image();
    private byte[] survivingImage = rows.image();
    private long swept;
    private long purged;
    private int untilOther = -1;
    private ModelRegistry registry;
    private BlobStore blobs;
    private ModelRegistry otherRegistry;
    private BlobStore otherBlobs;

    /**
     * A life that is about to begin.
     *
     * @param seed decides what happens in it
     */
    CrashWorld(long seed) {
        this.random = new Random(seed);
        this.withoutGrace = random.nextBoolean();
    }

    // what a twin with a bug does otherwise

    Disk disk(CrashDisk sound) {
        return sound;
    }

    BlobStore blobs(CrashDisk crashing, Path folder) {
        return new FolderBlobs(disk(crashing), folder);
    }

    /** Runs once the tables are there. */
    void prepare(CrashDatabase sound) {}

    /** Which rows survive, of those that were committed now and before. */
    byte[] surviving(byte[] before, byte[] committed) {
        return committed;
    }

    /** Runs after each commit, before the one who asked for it hears of it. */
    void afterCommit() {}

    void sweep(Database sound, BlobStore store) {
        swept += new Sweeping(sound, store, () -> now).run(grace()).deleted();
    }

    /** Only readers need one; half of the lives go without. */
    Duration grace() {
        return withoutGrace ? Duration.ZERO : Duration.ofDays(7);
    }

    // the life

    CrashWorld live(int steps) {
        Environment environment = Given.environment(() -> now);
        blobs = blobs(disk, Survivor.BLOBS);
        registry = Registries.open(database, blobs, environment);
        otherBlobs = blobs(disk, Survivor.BLOBS);
        otherRegistry = Registries.open(database, otherBlobs, environment);
        prepare(rows);
        for (int step = 0; step < steps && violations.isEmpty(); step++) {
            // somewhere in the middle of what comes, or not at all
            untilOther = random.nextInt(9);
            attempt(registry, blobs);
            untilOther = -1;
            now = now.plus(random.nextInt(3) == 0 ? Duration.ofDays(5) : Duration.ofHours(1));
        }
        survivors.values().forEach(Survivor::close);
        rows.close();
        return this;
    }

    private void attempt(ModelRegistry by, BlobStore store) {
        try {
            step(by, store);
        } catch (MlopsException e) {
            refusals.add(e);
        }
        visit();
    }

    private void step(ModelRegistry by, BlobStore store) {
        int versions = by.versions(Given.MODEL).size();
        int some = versions == 0 ? 1 : 1 + random.nextInt(versions);
        switch (random.nextInt(versions == 0 ? 1 : 18)) {
            case 0, 1, 2, 3 -> register(by, fresh());
            // of a version, or of one who died before it had a row
            case 4, 5 -> register(by, bundles.get(random.nextInt(bundles.size())));
            case 6, 7 -> store.put(BundleContent.of(fresh()));
            case 8, 9 ->
                acknowledged.move(by.move(
                        Given.MODEL,
                        Alias.CHAMPION,
                        by.alias(Given.MODEL, Alias.CHAMPION)
                                .map(alias -> OptionalInt.of(alias.version()))
                                .orElse(OptionalInt.empty()),
                        OptionalInt.of(some),
                        Given.ANN));
            case 10 -> acknowledged.move(by.rollback(Given.MODEL, Alias.CHAMPION, Given.ANN));
            case 11 ->
                acknowledged.decided(
                        random.nextInt(4) == 0
                                ? by.reject(Given.MODEL, some, Given.ANN)
                                : by.approve(Given.MODEL, some, Given.ANN));
            case 12, 13 -> by.delete(Given.MODEL, some, Given.ANN);
            case 14 -> by.restore(Given.MODEL, some, Given.ANN);
            case 15 -> purged += by.purge(grace(), Given.ANN).size();
            default -> sweep(database, store);
        }
    }

    private byte[] fresh() {
        byte[] bundle = new byte[1 + random.nextInt(LONGEST_BUNDLE)];
        random.nextBytes(bundle);
        bundles.add(bundle);
        return bundle;
    }

    private void register(ModelRegistry by, byte[] bundle) {
        inFlight.add(bundle);
        try {
            ModelVersion version = by.register(
                    new Registration(Given.MODEL, BundleContent.of(bundle), Given.GOOD, Given.ANN, Optional.empty()));
            acknowledged.version(version.number(), bundle);
        } finally {
            inFlight.removeIf(flying -> flying == bundle);
        }
    }

    // the power cuts

    private void operated() {
        visit();
        if (untilOther-- == 0) {
            attempt(otherRegistry, otherBlobs);
        }
    }

    private void committed() {
        survivingImage = surviving(committedBefore, rows.image());
        committedBefore = rows.image();
        visit();
        afterCommit();
    }

    private void visit() {
        if (violations.isEmpty()) {
            new CrashStates(disk).forEach(this::examine);
        }
    }

    private void examine(Map<Path, byte[]> files) {
        String state = images.computeIfAbsent(survivingImage, image -> images.size()) + "\n" + CrashStates.key(files);
        boolean distinct = states.add(state);
        if (examined.add(state + acknowledged.count() + " " + inFlight.size()) && violations.isEmpty()) {
            Survivor survivor = survivors.computeIfAbsent(survivingImage, Survivor::new);
            violations.addAll(survivor.problems(files, acknowledged, inFlight));
            if (distinct && states.size() % EXAMINED_LATER == 0) {
                violations.addAll(survivor.problemsLater(files, now.plus(Duration.ofDays(30))));
            }
        }
    }

    /** How many there were, no two alike. */
    int states() {
        return states.size();
    }

    /** How many blobs sweeps deleted. */
    long swept() {
        return swept;
    }

    /** How many versions gave up their bundles. */
    long purged() {
        return purged;
    }

    /** How many names came to the disk although nobody forced them; those were not in question. */
    int writtenBack() {
        return disk.writtenBack();
    }

    List<String> violations() {
        return violations;
    }

    /** What was refused although nothing stood against it. */
    List<MlopsException> unexpectedRefusals() {
        return refusals.stream()
                .filter(refusal -> !(refusal instanceof ConflictException))
                .filter(refusal -> !(refusal instanceof NotFoundException))
                .filter(refusal -> !refusal.getMessage().contains("a sweep is deleting blob"))
                .toList();
    }

    @Override
    public String toString() {
        return states() + " states, " + violations + Arrays.asList(refusals.toArray());
    }
}
