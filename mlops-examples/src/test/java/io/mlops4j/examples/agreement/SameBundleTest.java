package io.mlops4j.examples.agreement;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.tribuo.Tribuo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same data, declaration and seed give the same bundle: on two threads, in another process, on every JDK beside this one. */
@Tag("F34")
class SameBundleTest {

    private static final Path HOME = Path.of(System.getProperty("java.home"));

    record Penguin(
            String island,
            @Nullable Double billLengthMm,
            @Nullable Double flipperLengthMm,
            @Nullable String sex) {}

    /** Prints the digests; run in other processes. */
    public static void main(String[] arguments) {
        System.out.println("digests " + digests(Integer.parseInt(arguments[0])));
    }

    static List<String> digests(int threads) {
        return List.of(
                digest(
                        Tribuo.logisticRegression().epochs(5).seed(42),
                        impute(numeric(), median()),
                        standardize(numeric()),
                        oneHot(categorical())),
                digest(Tribuo.xgboostClassification().rounds(5).threads(threads).seed(42), oneHot(categorical())));
    }

    private static String digest(Trainer<Classification> trainer, Preprocessor... steps) {
        return run(trainer, steps).bundle().digest();
    }

    private static Run<Penguin, Classification> run(Trainer<Classification> trainer, Preprocessor... steps) {
        return Mlops.create()
                .run(Pipeline.named("same")
                        .source(Csv.file(ExampleHome.data("penguins/penguins.csv"))
                                .rows(Rows.of(Penguin.class).snakeCase()))
                        .target(category("species"))
                        .preprocess(steps)
                        .train(trainer)
                        .build());
    }

    @Test
    void onTwoThreads() {
        assertThat(digests(2)).isEqualTo(digests(1));
    }

    @Test
    void theRunTellsOfTheThreadsAndTheBundleDoesNot() {
        Run<Penguin, Classification> run =
                run(Tribuo.xgboostClassification().rounds(2).threads(2), oneHot(categorical()));

        assertThat(run.execution()).isEqualTo(Map.of("threads", 2));
        assertThat(run.bundle().lineage().toString())
                .contains("xgboost=3.4.0", "rounds=2")
                .doesNotContain("threads");
    }

    @Test
    @Tag("F28")
    void inAnotherProcessUnderAnotherLocale() throws Exception {
        assertThat(run(java(HOME))).contains("digests " + digests(1));
    }

    @Test
    @Tag("F28")
    void onEveryJdkBesideThisOne() throws Exception {
        List<Path> others = otherJavas();
        assumeThat(others).as("other JDKs beside " + HOME).isNotEmpty();
        String expected = "digests " + digests(1);

        for (Path java : others) {
            assertThat(run(java)).as(java.toString()).contains(expected);
        }
    }

    private static List<Path> otherJavas() throws IOException {
        Path present = HOME.toRealPath();
        List<Path> others = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(present.getParent())) {
            for (Path sibling : siblings.sorted().toList()) {
                if (!Files.isSymbolicLink(sibling)
                        && !sibling.toRealPath().equals(present)
                        && Files.isExecutable(java(sibling))) {
                    others.add(java(sibling));
                }
            }
        }
        System.out.println("SameBundleTest: other JDKs: " + others);
        return others;
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static String run(Path java) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=US-ASCII",
                        "-Duser.timezone=Pacific/Apia",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SameBundleTest.class.getName(),
                        "2")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
