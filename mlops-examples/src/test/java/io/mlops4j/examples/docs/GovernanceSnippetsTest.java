package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.AliasPolicy.Downgrade;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Checkpoint;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.Promotion;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.api.registry.VersionAction;
import io.mlops4j.api.registry.VersionComparison;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.api.registry.VersionStanding;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.tribuo.Tribuo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/registry.md shows of governance. */
class GovernanceSnippetsTest {

    record Island(String island) {}

    private static Pipeline<Island, Classification> species() {
        DataSource<Island> penguins =
                Csv.file(ExampleHome.data("penguins/penguins.csv")).rows(Rows.of(Island.class));
        return Pipeline.named("penguin-species")
                .source(penguins)
                .target(category("species"))
                .preprocess(Preprocessors.oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(1).seed(42))
                .evaluate(accuracy())
                .require(accuracy().atLeast(0.3))
                .build();
    }

    @Test
    void governsAModel() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Decision decision = Decision.by("ann", "reviewed, ticket 4711");
        Mlops mlops = Mlops.create();
        Run<Island, Classification> run = mlops.run(species());
        // snippet: facts
        ModelVersion version = mlops.register(
                run,
                Origin.NONE.run("build 4711").commit("9f2c1e7"),
                Decision.by("nightly build", "retrained on the rows up to Monday"));

        version.facts().metric(accuracy().key()); // as the bundle says
        version.facts().lineage(); // data fingerprints, parameters, library versions
        // end: facts
        ModelRegistry registry = mlops.registry();
        // snippet: describe
        registry.describe(
                RegisteredModel.named("penguin-species")
                        .owner("bird team")
                        .description("Which penguin lives on an island.")
                        .tags(Map.of("tier", "2"))
                        .fourEyes(true), // who registers a version does not approve it
                decision);
        registry.tag("penguin-species", version.number(), "season", Optional.of("2026"), decision);
        // end: describe
        // snippet: find
        VersionQuery query = VersionQuery.all()
                .ofModels("penguin-")
                .tagged("season", "2026")
                .atLeast(accuracy().key(), 0.5) // the best first
                .in(VersionStanding.PENDING, VersionStanding.APPROVED)
                .limit(50);
        Page<ModelVersion> page = registry.find(query);
        Optional<Page<ModelVersion>> next = page.next().map(end -> registry.find(query.after(end)));
        // end: find
        assertThat(page.items()).containsExactly(version(registry));
        assertThat(next).isEmpty();
        // snippet: policy
        registry.policies()
                .set(
                        "penguin-species",
                        Alias.CHAMPION,
                        AliasPolicy.OPEN
                                .onlyApproved()
                                .atLeast(accuracy().key(), 0.5)
                                .signedBy(1)
                                .downgrade(Downgrade.BY_ROLLBACK),
                        decision);
        // end: policy
        sign(registry, version, keys);
        registry.approve("penguin-species", version.number(), decision);
        // snippet: promote
        Promotion promotion = mlops.promote(version, Alias.CHAMPION, run, decision);
        if (promotion instanceof Promotion.Refused refused) {
            refused.reasons().forEach(System.out::println); // only approved: it is pending
        }
        // end: promote
        assertThat(promotion).isInstanceOf(Promotion.Promoted.class);
        ModelVersion second = mlops.register(run, decision);
        // snippet: compare
        VersionComparison comparison = VersionComparison.of(version, second);
        comparison.columns(); // the input columns that differ
        comparison.lineage(); // such as trainer.parameters.epochs: 1.0 → 5.0
        comparison.metrics(); // all of them, side by side
        // end: compare
        assertThat(comparison.lineage()).isEmpty();
        delete(registry, second, decision);
        checkpoint(registry, keys);
        mlops.close();
    }

    private static ModelVersion version(ModelRegistry registry) {
        return registry.version("penguin-species", 1);
    }

    private static void sign(ModelRegistry registry, ModelVersion version, KeyPair keys) {
        Decision decision = Decision.by("ben", "release 12");
        Instant start = Instant.EPOCH;
        Instant end = Instant.parse("2099-01-01T00:00:00Z");
        // snippet: sign
        registry.policies()
                .trust(
                        TrustedKey.of("release team", keys.getPublic(), start, end)
                                .only("penguin-species"),
                        decision);

        BundleSignature signature = BundleSignature.sign(version.digest(), keys.getPrivate(), keys.getPublic());
        registry.sign("penguin-species", version.number(), signature, decision);
        // end: sign
    }

    private static void delete(ModelRegistry registry, ModelVersion version, Decision decision) {
        // snippet: delete
        registry.delete("penguin-species", version.number(), decision);
        registry.restore("penguin-species", version.number(), decision); // as if nothing had been
        registry.delete("penguin-species", version.number(), decision);

        registry.purge(Duration.ofDays(30), decision); // what was deleted 30 days ago or earlier
        // end: delete
        assertThat(registry.version("penguin-species", 2).standing()).isEqualTo(VersionStanding.DELETED);
    }

    private static void checkpoint(ModelRegistry registry, KeyPair keys) {
        Instant now = Instant.EPOCH;
        // snippet: checkpoint
        String text = Checkpoint.of(registry.verify(), now).signed(keys.getPrivate(), keys.getPublic());
        // keep it where those who can write to the registry cannot

        AuditCheck check = registry.verify(Checkpoint.read(text, keys.getPublic()));
        // end: checkpoint
        assertThat(check.intact()).isTrue();
    }

    /** The table of the page is the table of the code. */
    @Test
    void thePageShowsTheTableOfTransitions() throws IOException {
        Path root = Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..");

        assertThat(Files.readString(root.resolve("docs/registry.md"))).contains(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| |");
        for (VersionStanding standing : VersionStanding.values()) {
            table.append(" ").append(words(standing)).append(" |");
        }
        table.append("\n|")
                .append(" --- |".repeat(VersionStanding.values().length + 1))
                .append("\n");
        for (VersionAction action : VersionAction.values()) {
            table.append("| ")
                    .append(action == VersionAction.NAME ? "put an alias on it" : "`" + words(action) + "`")
                    .append(Arrays.stream(VersionStanding.values())
                            .map(standing -> words(action.on(standing)))
                            .collect(Collectors.joining(" | ", " | ", " |\n")));
        }
        return table.toString();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
