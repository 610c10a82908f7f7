package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep asks one question a blob, and a hundred thousand versions do not make it slow. */
@Tag("F15")
class SweepPlanTest {

    @TempDir
    private Path home;

    private List<String> plan(String question) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"));
                Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + question)) {
            while (steps.next()) {
                plan.add(steps.getString("detail"));
            }
        }
        return plan;
    }

    @Test
    void whetherABlobIsNeededIsLookedUp() throws SQLException {
        Registries.embedded(home).close();

        assertThat(plan("SELECT 1 FROM mlops_version WHERE digest = 'x' AND " + NeededBlobs.NEEDS + " LIMIT 1"))
                .singleElement()
                .asString()
                .startsWith("SEARCH mlops_version")
                .contains("mlops_version_digest");
    }
}
