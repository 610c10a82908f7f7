package io.mlops4j.benchmarks.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.benchmarks.Medians;
import io.mlops4j.bundle.BundleParts;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.registry.Registries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Versions registered durably, in turn with the same rows and bytes stored barely, block by block on the same disk: what a
 * disk can do changes from second to second.
 */
final class RegisterLoop {

    private static final int BLOCK = 200;
    /** Before that the compiler is not done with a registration, which runs through much code. */
    private static final int WARMING = 8;

    private static final int BLOCKS = 7;
    private static final int BYTES = 100_000;
    private static final Decision DECISION = Decision.by("benchmark", "to be measured");

    private final Bundle like;
    private final SplittableRandom random = new SplittableRandom(42);

    RegisterLoop(Bundle like) {
        this.like = like;
    }

    /** Nanoseconds a version, the median of the blocks. */
    Map<String, Double> run() throws SQLException, IOException {
        double[] ours = new double[BLOCKS];
        double[] theirs = new double[BLOCKS];
        try (ScratchFolder folder = new ScratchFolder()) {
            Path home = folder.path().resolve("home");
            try (ModelRegistry registry = Registries.embedded(home)) {
                registry.register(registration(bundle()));
                try (BareRows bare = new BareRows(
                        home.resolve("registry.db"),
                        Files.createDirectory(folder.path().resolve("bare")))) {
                    for (int block = -WARMING; block < BLOCKS; block++) {
                        List<Bundle> bundles = bundles();
                        double our = registered(registry, bundles);
                        Map<String, List<Object[]>> rows = bare.newRows();
                        if (block == -WARMING) {
                            bare.change(rows);
                        }
                        double their = stored(bare, rows, bundles);
                        if (block >= 0) {
                            ours[block] = our;
                            theirs[block] = their;
                        }
                    }
                }
            }
        }
        return Map.of("register", Medians.of(ours), "registerBare", Medians.of(theirs));
    }

    private List<Bundle> bundles() {
        List<Bundle> bundles = new ArrayList<>();
        for (int i = 0; i < BLOCK; i++) {
            bundles.add(bundle());
        }
        return bundles;
    }

    private Bundle bundle() {
        byte[] reference = new byte[BYTES - like.content().size() + 16_000];
        random.nextBytes(reference);
        return Bundles.assemble(new BundleParts(
                like.name(),
                like.input(),
                like.categories(),
                like.target(),
                like.classes(),
                like.steps(),
                like.space(),
                like.form(),
                Optional.of(new ReferenceModel("benchmark", reference)),
                like.golden(),
                like.profile(),
                like.evaluation(),
                like.lineage()));
    }

    private static Registration registration(Bundle bundle) {
        return Registration.of(bundle, new Verdict.Approved(List.of()), DECISION);
    }

    private static double registered(ModelRegistry registry, List<Bundle> bundles) {
        long start = System.nanoTime();
        for (Bundle bundle : bundles) {
            registry.register(registration(bundle));
        }
        return (double) (System.nanoTime() - start) / BLOCK;
    }

    private static double stored(BareRows bare, Map<String, List<Object[]>> rows, List<Bundle> bundles)
            throws SQLException, IOException {
        List<byte[]> bytes =
                bundles.stream().map(bundle -> bundle.content().bytes()).toList();
        long start = System.nanoTime();
        for (int i = 0; i < BLOCK; i++) {
            bare.store(rows, i, BLOCK, bytes.get(i));
        }
        return (double) (System.nanoTime() - start) / BLOCK;
    }
}
