package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same rows give the same bytes, whoever counts the threads and whichever Java runs. */
@Tag("F34")
class SameBytesTest {

    private static String digest(Trainer<?> trainer, TrainingSet rows) throws Exception {
        TrainedModel model = trainer.train(rows, Progress.NONE);
        try (OpenModel open = Tribuo.modelFormat()
                .open(model.reference().orElseThrow(), rows.space(), AgreementTest.outputs(rows.truth()))) {
            assertThat(open.score(rows.features()))
                    .as("what it says, stored and opened")
                    .doesNotContain(Double.NaN);
        }
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(model.reference().orElseThrow().bytes()));
    }

    /** Prints the digests of a model of each kind; runs in another Java too. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(String.join(" ", digests()));
    }

    private static List<String> digests() throws Exception {
        TrainingSet two = SmallRows.classes("no", "yes");
        TrainingSet three = SmallRows.classes("a", "b", "c");
        TrainingSet numbers = SmallRows.numbers();
        return List.of(
                digest(Tribuo.logisticRegression().epochs(20), three),
                digest(Tribuo.linearRegression().epochs(20), numbers),
                digest(Tribuo.xgboostClassification().rounds(20).subsample(0.7).columnSample(0.7), two),
                digest(Tribuo.xgboostClassification().rounds(20), three),
                digest(Tribuo.xgboostRegression().rounds(20).treeMethod(TreeMethod.EXACT), numbers));
    }

    @Test
    void onOneThreadAndTwo() throws Exception {
        TrainingSet adult = Prepared.adultTraining().first(8000).rows();
        for (TreeMethod method : TreeMethod.values()) {
            Xgboost<?> trainer = Tribuo.xgboostClassification().rounds(10).treeMethod(method);
            assertThat(digest(trainer.threads(2), adult)).as(method.toString()).isEqualTo(digest(trainer, adult));
        }
    }

    @Test
    void theSeedDecidesWhatIsDrawn() throws Exception {
        TrainingSet rows = SmallRows.classes("no", "yes");
        Xgboost<?> drawing = Tribuo.xgboostClassification().rounds(5).subsample(0.5);
        assertThat(digest(drawing.seed(1), rows)).isNotEqualTo(digest(drawing.seed(2), rows));
        LogisticRegression shuffling = Tribuo.logisticRegression().epochs(1);
        assertThat(digest(shuffling.seed(1), rows)).isNotEqualTo(digest(shuffling.seed(2), rows));
    }

    @Test
    void onEveryOtherJavaOfThisMachine() throws Exception {
        List<String> here = digests();
        List<Path> others = otherJavas();
        assumeThat(others)
                .as("other Java homes beside this one, or in the property mlops.java.homes")
                .isNotEmpty();
        for (Path java : others) {
            assertThat(List.of(inChild(java).strip().split(" ")))
                    .as(java.toString())
                    .isEqualTo(here);
        }
    }

    @Test
    @Tag("F28")
    void underDefaultsThatUpperCaseAndCountOtherwise() throws Exception {
        String here = String.join(" ", digests());
        Path java = Path.of(System.getProperty("java.home"));
        assertThat(inChild(java, "-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=US-ASCII"))
                .isEqualToIgnoringNewLines(here);
        assertThat(inChild(java, "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=nu-arab"))
                .isEqualToIgnoringNewLines(here);
    }

    private static List<Path> otherJavas() throws Exception {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>();
        String given = System.getProperty("mlops.java.homes");
        try (Stream<Path> beside = given == null
                ? Files.list(home.getParent())
                : Stream.of(given.split(java.io.File.pathSeparator)).map(Path::of)) {
            for (Path other : beside.sorted().toList()) {
                boolean runs = Files.isExecutable(other.resolve("bin/java"));
                if (runs && !other.toRealPath().equals(home) && !homes.contains(other.toRealPath())) {
                    homes.add(other.toRealPath());
                }
            }
        }
        return homes;
    }

    private static String inChild(Path java, String... options) throws Exception {
        Path log = Files.createTempFile("mlops-child", ".log");
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SameBytesTest.class.getName()));
        try {
            Process child =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(1, TimeUnit.MINUTES)).as("the child ended").isTrue();
            assertThat(child.exitValue()).as(() -> log(log)).isZero();
            return out;
        } finally {
            Files.delete(log);
        }
    }

    private static String log(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
