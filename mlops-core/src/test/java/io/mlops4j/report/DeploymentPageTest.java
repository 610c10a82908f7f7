package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.registry.AliasMove;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DeploymentPageTest {

    private final String page = SampleLife.page();

    @Test
    void saysWhatIsLiveSinceWhenAndWhy() {
        assertThat(page)
                .contains("v2 is live", "2026-04-13 08:00:00", "drift above 0.2 in age", "ana", "monitor")
                .contains("support ticket 4711: ages are wrong", "8,112", "21,040");
    }

    @Test
    void showsWhatFailedAndThatTheOldOneStays() {
        assertThat(page).contains("What was live stays live", "golden rows", "Golden row 3 gives 0.731 and not 0.693.");
    }

    @Test
    void givesEachColumnItsStateInWords() {
        ParsedPage parsed = new ParsedPage(page);

        assertThat(parsed.cells()).containsSubsequence("age", "! drifted").containsSubsequence("sex", "✓ stable");
        assertThat(parsed.cells()).containsSubsequence("capital_gain", "? not enough data", "–", "–", "–", "–");
    }

    @Test
    void notEnoughDataNeverLooksLikeStable() {
        ColumnDrift nothing = new ColumnDrift(
                "age", ColumnDrift.State.NOT_ENOUGH_DATA, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());
        MonitorReport check = empty(List.of(nothing));

        String thin = Reports.of(SampleLife.status("m"), List.of(), List.of(), List.of(check))
                .html();

        assertThat(thin).contains("not known, there is not enough data", "? not enough data");
        assertThat(new ParsedPage(thin).text()).doesNotContain("stable<", "✓ stable", "none broken</b>");
    }

    @Test
    void withoutAnyReportItSaysThatNothingIsKnown() {
        String bare = Reports.of(SampleLife.status("m"), List.of(), List.of(), List.of())
                .html();

        assertThat(new ParsedPage(bare).text())
                .contains("No window was checked yet. Whether data or answers have moved is not known.")
                .contains("No alias was ever moved.", "No version was given to this report.");
    }

    @Test
    void withoutRowsNothingIsDefinedAndNothingIsDrawnWrong() {
        MonitorReport check = empty(List.of());

        String bare = Reports.of(SampleLife.status("m"), List.of(), SampleLife.moves(), List.of(check, check))
                .html();

        assertThat(new ParsedPage(bare).text()).contains("Nothing is known yet.", "not defined");
        assertThat(bare).doesNotContain("NaN", "Infinity");
    }

    private static MonitorReport empty(List<ColumnDrift> columns) {
        return new MonitorReport(
                "m",
                1,
                SampleLife.START,
                SampleLife.START,
                0,
                columns,
                List.of(),
                new Quality(0, 0, Double.NaN),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                List.of());
    }

    @Test
    void anErrorRateIsNeverDrawnBelowNothing() {
        assertThat(page).doesNotContain(">-0.1 %<", ">-100 %<", ">-100.0 %<");
    }

    @Test
    void drawsWhatAnAliasNamedAsBars() {
        assertThat(page)
                .contains("v3 from 2026-03-23 08:00:00 to 2026-04-13 08:00:00, 21 d 0 h: ben: retrained on March");
    }

    @Test
    void aClockThatWentBackBreaksNoPicture() {
        List<AliasMove> moves = List.of(
                SampleLife.move(1, "champion", OptionalInt.empty(), OptionalInt.of(1), 60, "ana", "later"),
                SampleLife.move(2, "champion", OptionalInt.of(1), OptionalInt.of(2), 2, "ana", "earlier"));

        String odd = Reports.of(SampleLife.status("m"), List.of(), moves, SampleLife.checks())
                .html();

        assertThat(new ParsedPage(odd).text()).contains("later", "earlier");
    }

    @Test
    void drawsEventsAndBreachesIntoTheLines() {
        assertThat(page)
                .contains("2026-03-23 08:00:00 champion → v3: ben: retrained on March")
                .contains("dot alert")
                .contains("accuracy 0.8340, truth known of 60 of 4,000");
    }

    @Test
    void theOrderInWhichVersionsAndMovesComeDoesNotMatter() {
        List<AliasMove> moves = new ArrayList<>(SampleLife.moves());
        Collections.reverse(moves);

        assertThat(Reports.of(SampleLife.status("census-income"), SampleLife.versions(), moves, SampleLife.checks())
                        .html())
                .isEqualTo(page);
    }

    @Test
    void itIsWrittenToBeLookedAt() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "reports"));

        Reports.of(SampleLife.status("census-income"), SampleLife.versions(), SampleLife.moves(), SampleLife.checks())
                .write(folder.resolve("deployment.html"));

        assertThat(Files.readString(folder.resolve("deployment.html"))).isEqualTo(page);
    }

    @Test
    void oneMomentIsAHistoryToo() {
        Instant now = SampleLife.NOW;
        AliasMove move = new AliasMove(
                1,
                "m",
                "champion",
                OptionalInt.empty(),
                OptionalInt.of(1),
                now,
                io.mlops4j.api.registry.Decision.by("ana", "just now"));

        assertThat(Reports.of(SampleLife.status("m"), List.of(), List.of(move), List.of())
                        .html())
                .contains("until now, " + Times.took(Duration.ZERO));
    }
}
