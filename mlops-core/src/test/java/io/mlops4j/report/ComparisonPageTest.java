package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.check.Profile;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.VersionComparison;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {

    private static ParsedPage page(Run<Penguin, Classification> first, Run<Penguin, Classification> second) {
        return new ParsedPage(Reports.of(
                        VersionComparison.of(
                                SampleRun.version(first, 1, List.of()), SampleRun.version(second, 2, List.of())),
                        first.bundle(),
                        second.bundle())
                .html());
    }

    private static Run<Penguin, Classification> run(Profile profile, Map<String, Object> lineage, double accuracy) {
        return SampleRun.with(
                profile,
                new Evaluation(
                        20,
                        List.of(SampleRun.measured(MetricKey.of("accuracy"), Optional.empty(), accuracy)),
                        Optional.empty()),
                SampleRun.real().verdict(),
                lineage,
                List.of());
    }

    @Test
    void showsMetricsLineageAndColumnsOfBoth() {
        Profile before = new Profile(
                10, List.of(SampleRun.category("island", Map.of("Dream", 9L)), SampleRun.numbers("mass", 1, 2)));
        Profile after = new Profile(
                10,
                List.of(
                        SampleRun.category("island", Map.of("Biscoe", 9L)),
                        SampleRun.numbers("mass", 1, 2),
                        SampleRun.numbers("wing", 3, 4)));

        ParsedPage page = page(
                run(before, Map.of("trainer", Map.of("epochs", 5, "seed", 42)), 0.875),
                run(after, Map.of("trainer", Map.of("epochs", 7, "seed", 42)), 0.75));

        assertThat(page.text())
                .contains("penguins v1 and v2", "1 entry of the lineage differs", "1 metric differs")
                .contains("trainer.epochs")
                .doesNotContain("trainer.seed")
                .contains("Both read the same columns.")
                .contains("Dream", "Biscoe", "v1 does not have it.")
                .doesNotContain("mass");
        assertThat(page.cells()).containsSequence("accuracy", "0.8750", "0.7500", "-0.1250");
        assertThat(page.cells()).containsSequence("trainer.epochs", "5", "7");
    }

    @Test
    void saysSoWhereThereIsNoDifference() {
        ParsedPage page = page(SampleRun.real(), SampleRun.real());

        assertThat(page.text())
                .contains("0 columns differ", "0 entries of the lineage differ", "0 metrics differ")
                .contains("There is no difference.", "The training rows of both look the same.");
    }
}
