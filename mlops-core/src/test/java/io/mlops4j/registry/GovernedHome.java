package io.mlops4j.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.prepare.PreprocessorFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a home in which everything that can be decided of a version was decided once. Kept as a fixture for each schema from
 * 2 on: run {@code main} with the folders of the home and of the bundles when a schema is new, and never change what is kept.
 */
final class GovernedHome {

    static final String MODEL = "penguins";
    private static final Decision ANN = Decision.by("ann", "for the record");
    private static final Decision BEN = Decision.by("ben", "it's better; see the report ☂");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00.000000001Z");

    private GovernedHome() {}

    public static void main(String[] folders) throws IOException, GeneralSecurityException {
        AtomicLong minutes = new AtomicLong();
        try (ModelRegistry registry = Registries.embedded(
                Path.of(folders[0]), Given.environment(() -> START.plusSeconds(60 * minutes.getAndIncrement())))) {
            write(registry, Path.of(folders[1]));
        }
    }

    private static void write(ModelRegistry registry, Path bundles) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        TrustedKey key = TrustedKey.of("ben", pair.getPublic(), START.minusSeconds(3600), START.plusSeconds(86400));
        Bundle logistic = bundle(bundles.resolve("penguins-logistic-7c4b19284c8c.mlops"));
        Bundle xgboost = bundle(bundles.resolve("penguins-xgboost-eb58c58abe63.mlops"));

        String digest = register(registry, logistic, Origin.NONE.run("run 1").commit("17cd0e3"));
        registry.describe(RegisteredModel.named(MODEL).owner("birds").description("Which penguin it is."), ANN);
        registry.policies().trust(key, ANN);
        registry.policies()
                .set(MODEL, Alias.CHAMPION, AliasPolicy.OPEN.onlyApproved().signedBy(1), ANN);
        registry.sign(MODEL, 1, BundleSignature.sign(digest, pair.getPrivate(), pair.getPublic()), BEN);
        registry.approve(MODEL, 1, BEN);
        registry.tag(MODEL, 1, "team", Optional.of("birds"), ANN);
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), BEN);
        register(registry, xgboost, Origin.NONE.parent(1).baseline(new Origin.Baseline(OptionalInt.of(1))));
        registry.reject(MODEL, 2, BEN);
        registry.delete(MODEL, 2, ANN);
        registry.register(
                new Registration(MODEL, BundleContent.of(new byte[] {1, 2, 3}), Given.GOOD, ANN, Optional.of("third")));
        registry.move(MODEL, Alias.CHALLENGER, OptionalInt.empty(), OptionalInt.of(3), ANN);
    }

    private static Bundle bundle(Path file) throws IOException {
        return Bundles.reader(PreprocessorFormats.builtIn(List.of())).read(Files.readAllBytes(file));
    }

    private static String register(ModelRegistry registry, Bundle bundle, Origin origin) {
        Registration named = Registration.of(bundle, Given.GOOD, ANN);
        return registry.register(new Registration(
                        MODEL, named.content(), named.facts(), origin, Given.GOOD, ANN, Optional.empty()))
                .digest();
    }
}
