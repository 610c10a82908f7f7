package io.mlops4j.benchmarks.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.benchmarks.Medians;
import io.mlops4j.registry.Registries;
import io.mlops4j.registry.SearchPlan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/** Pages of fifty among a hundred thousand versions, which are copies of one that was registered, with other tags and metrics. */
final class SearchLoop {

    private static final int VERSIONS = 100_000;
    private static final int TEAMS = 50;
    private static final int PAGES = 20;
    private static final int ROUNDS = 15;
    private static final int WARMING = 5;
    private static final Decision DECISION = Decision.by("benchmark", "to be measured");
    private static final MetricKey ACCURACY = MetricKey.of("accuracy");

    private static final VersionQuery BY_TAG = VersionQuery.all().tagged("team", "team 7");
    private static final VersionQuery BY_METRIC = VersionQuery.all().atLeast(ACCURACY, 0.5);

    private static final String NUMBERS =
            "WITH RECURSIVE s(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM s WHERE n < " + VERSIONS + ") ";
    private static final String SAME =
            "digest, size, verdict, registered_at, registered_by, approval, facts, origin, tags,"
                    + " signatures, deletion";

    private final Bundle bundle;
    private final Map<String, Double> nanoseconds = new HashMap<>();

    SearchLoop(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Nanoseconds a page, by tag and by metric, on both databases. */
    Map<String, Double> run() throws SQLException, IOException {
        try (ScratchFolder folder = new ScratchFolder()) {
            Path home = folder.path().resolve("home");
            try (ModelRegistry registry = Registries.embedded(home)) {
                register(registry);
                ConnectionFactory database =
                        () -> DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"));
                try (Connection connection = database.openConnection()) {
                    fill(connection);
                }
                measure(registry, "Sqlite");
                explain("SQLite", database);
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                DataSource database = postgres.getPostgresDatabase();
                try (ModelRegistry registry = Registries.sql(database, Registries.blobsInMemory())) {
                    register(registry);
                    try (Connection connection = database.getConnection()) {
                        fill(connection);
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("ANALYZE");
                        }
                    }
                    measure(registry, "Postgres");
                    explain("PostgreSQL", database::getConnection);
                }
            }
        }
        return nanoseconds;
    }

    private void register(ModelRegistry registry) {
        ModelVersion version = registry.register(Registration.of(bundle, new Verdict.Approved(List.of()), DECISION));
        registry.tag(version.model(), version.number(), "team", Optional.of("team 1"), DECISION);
    }

    private static void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO mlops_version (model, number, sequence, " + SAME + ") " + NUMBERS
                    + "SELECT v.model, s.n, s.n + 1000, " + SAME + " FROM s, mlops_version v WHERE v.number = 1");
            statement.execute("INSERT INTO mlops_version_term (sequence, term, value) " + NUMBERS
                    + "SELECT s.n + 1000, t.term, 'team ' || (s.n % " + TEAMS + ") FROM s, mlops_version_term t"
                    + " WHERE t.term LIKE 'tag:%' AND t.sequence < 1000");
            statement.execute("INSERT INTO mlops_version_metric (sequence, metric, value) " + NUMBERS
                    + "SELECT s.n + 1000, m.metric, ((s.n * 7919) % " + VERSIONS + ") / " + VERSIONS + ".0"
                    + " FROM s, mlops_version_metric m WHERE m.sequence < 1000");
            statement.execute("UPDATE mlops_model SET last_number = " + VERSIONS);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void measure(ModelRegistry registry, String database) {
        nanoseconds.put("searchTag" + database, pages(registry, BY_TAG));
        nanoseconds.put("searchMetric" + database, pages(registry, BY_METRIC));
    }

    /** Says on standard error how the pages are found. */
    private static void explain(String name, ConnectionFactory database) {
        for (VersionQuery query : List.of(BY_TAG, BY_METRIC)) {
            System.err.println(name + ", " + query + ":\n" + SearchPlan.of(database, query));
        }
    }

    /** The median of the rounds, in each of which the first pages are turned. */
    private static double pages(ModelRegistry registry, VersionQuery query) {
        double[] rounds = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            long start = System.nanoTime();
            VersionQuery next = query;
            for (int page = 0; page < PAGES; page++) {
                Page<ModelVersion> found = registry.find(next);
                if (found.items().size() != 50) {
                    throw new IllegalStateException(
                            "A page has " + found.items().size() + " versions.");
                }
                next = query.after(found.next().orElseThrow());
            }
            if (round >= 0) {
                rounds[round] = (double) (System.nanoTime() - start) / PAGES;
            }
        }
        return Medians.of(rounds);
    }
}
