package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.LiveVersion;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.BinCount;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.VersionComparison;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever chooses names, categories and reasons chooses no mark-up, no formula and nothing that cannot be seen. */
@Tag("T10")
@Tag("T20")
class HostilePageTest {

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title></style></svg><script>",
            "]]><!--&lt;",
            "javascript:alert(1)",
            "=1+1",
            "@x",
            "+1",
            "-1",
            "  =cmd|'/c calc'!A0",
            "\u00a0@SUM(A1)",
            "\uff1d1+1",
            "\t=1",
            "${jndi:ldap://x}",
            "' OR 1=1 --",
            "../../etc/passwd%00#?;",
            "a\r\nSet-Cookie: x",
            "\u001b[31mred\u0007",
            "evil\u202egnp.exe",
            "zero\u200bwidth\ufeff",
            "half \ud800 pair",
            "none\uffff\u0000",
            "x".repeat(10_000));

    private static final Set<String> ELEMENTS = Set.of(
            "html head meta title style body header h1 h2 h3 p ul li nav a main section footer bdi br b code time span div details summary figure figcaption table caption thead tbody tr th td small svg desc text line rect circle path"
                    .split(" "));

    private static final Set<String> ATTRIBUTES = Set.of(
            "lang charset http-equiv content name class id aria-label aria-labelledby aria-hidden href title datetime scope role tabindex viewBox width height x y x1 y1 x2 y2 cx cy r d text-anchor overflow preserveAspectRatio"
                    .split(" "));

    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\u00a0]*[=+@\\-\\uff1d\\uff0b\\uff0d\\uff20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*(e-?[0-9]+)?( %| ms| s)?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n]]");

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of("a run", SampleRun.pageFullOf(HOSTILE)),
                Named.of("a deployment", deploymentFullOf(HOSTILE)),
                Named.of("a card", cardFullOf(HOSTILE)),
                Named.of("a comparison", comparisonFullOf(HOSTILE)));
    }

    private static String cardFullOf(List<String> texts) {
        Run<Penguin, Classification> run = SampleRun.fullOf(texts);
        ModelCard card = ModelCard.of(
                RegisteredModel.named("penguins"), SampleRun.version(run, 2, texts), run.bundle(), SampleLife.moves());
        String own =
                texts.stream().map(text -> "\n\n## " + text + "\n\n" + text).collect(Collectors.joining());
        return card.page(card.markdown() + own).html();
    }

    private static String comparisonFullOf(List<String> texts) {
        Run<Penguin, Classification> hostile = SampleRun.fullOf(texts);
        Run<Penguin, Classification> real = SampleRun.real();
        return Reports.of(
                        VersionComparison.of(
                                SampleRun.version(real, 1, List.of()), SampleRun.version(hostile, 2, texts)),
                        real.bundle(),
                        hostile.bundle())
                .html();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesBecomeNoMarkUp(String page) {
        ParsedPage parsed = new ParsedPage(page);

        assertThat(ELEMENTS).containsAll(parsed.elementNames());
        assertThat(ATTRIBUTES).containsAll(parsed.attributeNames());
        assertThat(parsed.text()).contains("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkStaysInThePage(String page) {
        assertThat(new ParsedPage(page).all("a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getAttribute("href")).matches("#[a-z0-9-]+"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noCellIsAFormula(String page) {
        List<String> cells = new ParsedPage(page).cells();
        assertThat(cells)
                .allMatch(cell ->
                        !FORMULA.matcher(cell).matches() || NUMBER.matcher(cell).matches());
        assertThat(List.of("'=1+1", "'@x", "'+1", "'-1"))
                .allMatch(guarded -> cells.stream().anyMatch(cell -> cell.startsWith(guarded)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatCannotBeSeenIsShown(String page) {
        assertThat(UNSEEN.matcher(page).find()).isFalse();
        assertThat(page).contains("[U+202E]", "[U+200B]", "[U+FEFF]", "[U+001B]", "[U+0000]", "[U+D800]", "[U+FFFF]");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aVeryLongNameIsCutAndWholeInItsTitle(String page) {
        ParsedPage parsed = new ParsedPage(page);

        assertThat(parsed.cells()).allMatch(cell -> cell.length() < 3_000);
        assertThat(parsed.attributes())
                .anyMatch(attribute -> attribute.getName().equals("title")
                        && attribute.getValue().equals("x".repeat(10_000)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyIdIsThereOnce(String page) {
        assertThat(new ParsedPage(page).ids()).doesNotHaveDuplicates();
    }

    private static String deploymentFullOf(List<String> texts) {
        DeploymentStatus usual = SampleLife.status(texts.get(0));
        LiveVersion live = new LiveVersion(1, texts.get(1), SampleLife.START, texts.get(0), 3, 0);
        DeploymentStatus status = new DeploymentStatus(
                texts.get(0),
                usual.at(),
                live,
                Optional.of(live),
                Optional.of(live),
                0,
                0,
                0,
                Map.of(),
                texts.stream()
                        .map(text -> new SwapFailure(Route.CHALLENGER, 2, text, text, SampleLife.START, usual.at(), 1))
                        .toList(),
                Optional.of(texts.get(0)),
                Optional.empty(),
                texts.stream()
                        .map(text -> new SwapReceipt(
                                text,
                                Route.CHAMPION,
                                OptionalInt.empty(),
                                OptionalInt.of(1),
                                text,
                                usual.at(),
                                List.of(new SwapReceipt.Check(text, Duration.ofMillis(1))),
                                text))
                        .toList());
        List<ModelVersion> versions = texts.stream()
                .map(text -> new ModelVersion(
                        text,
                        1,
                        text,
                        1,
                        new Verdict.Rejected(List.of(new Finding(text, false, text))),
                        SampleLife.START,
                        text,
                        new Approval.Pending()))
                .toList();
        List<ColumnDrift> columns = texts.stream()
                .map(text -> new ColumnDrift(
                        text, ColumnDrift.State.DRIFTED, 0.3, 9, 0, 0, List.of(new BinCount(text, 5, 7))))
                .toList();
        MonitorReport check = new MonitorReport(
                texts.get(0),
                1,
                SampleLife.START,
                usual.at(),
                500,
                columns,
                columns,
                new Quality(500, 10, -0.25),
                0,
                1e-6,
                2e-6,
                List.of(),
                List.of());
        return Reports.of(status, versions, SampleLife.moves(), List.of(check, check))
                .html();
    }
}
