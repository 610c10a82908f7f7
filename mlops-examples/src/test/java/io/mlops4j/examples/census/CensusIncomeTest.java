package io.mlops4j.examples.census;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mlops4j.MlopsBuilder;
import io.mlops4j.registry.Registries;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusIncomeTest {

    @TempDir
    Path output;

    @Test
    void goesFromFileToAnswerAndWritesWhatItFound() throws Exception {
        runs(mlops -> mlops.home(output.resolve("home")));
    }

    @Test
    void goesTheSameWayWithPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            DataSource database = server.getPostgresDatabase();
            runs(mlops -> mlops.database(database, Registries.blobsIn(database)));
        }
    }

    private void runs(UnaryOperator<MlopsBuilder> home) throws IOException {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new CensusIncome(output, new PrintStream(console, true, StandardCharsets.UTF_8), home).run();

        JsonNode summary =
                new ObjectMapper().readTree(output.resolve("summary.json").toFile());
        assertThat(summary.get("accuracy").asDouble()).isGreaterThanOrEqualTo(0.871);
        assertThat(summary.get("roc_auc").asDouble()).isGreaterThanOrEqualTo(0.926);
        assertThat(output.resolve("census-income.mlops"))
                .hasDigest("SHA-256", summary.get("bundle_sha256").asText());
        assertThat(summary.get("drifted_columns")).map(JsonNode::asText).containsExactly("age", "hours_per_week");
        assertThat(summary.get("refused_criterion").asText())
                .isEqualTo("roc_auc no worse than the champion by more than 0.002");
        assertThat(summary.get("champion_version").asInt()).isEqualTo(1);
        for (JsonNode report : summary.get("reports")) {
            assertThat(output.resolve(report.asText()))
                    .content()
                    .contains("</html>")
                    .doesNotContain("<script");
        }
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("adult_train.csv.gz is as expected", "age between 16 and 100", "32561 rows × 15 columns")
                .contains("broken.csv", "line 11", "line 21", "line 31")
                .contains("alert: census-income v2", "audit: ", "intact", "opened again: ")
                .contains("the loaded model gives the same answers as the trained one, bit for bit");
    }
}
