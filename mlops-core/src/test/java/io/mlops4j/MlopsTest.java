package io.mlops4j;

import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.check.Checks;
import io.mlops4j.data.Splits;
import io.mlops4j.pipeline.MeanDifference;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.Functions;
import io.mlops4j.prepare.NamedFunction;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.testkit.FixedClock;
import io.mlops4j.testkit.RecordingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlopsTest {

    private static final Penguin GENTOO = new Penguin(5100, 219, "Biscoe", "male");

    private final Mlops mlops = Mlops.create();

    @TempDir
    Path folder;

    @Test
    void goesFromRowsToAnAnswer() {
        Run<Penguin, Classification> run = mlops.run(PenguinRows.prepared()
                .require(accuracy().atLeast(0.95), rocAuc().atLeast(0.95))
                .build());

        assertThat(run).isApproved();
        try (Predictor<Penguin, Classification> predictor = mlops.predictor(run)) {
            assertThat(predictor.predict(GENTOO)).hasLabel("Gentoo");
        }
    }

    @Test
    void givesTheSameAnswersAfterWritingAndReading() {
        Bundle trained = mlops.run(PenguinRows.prepared().build()).bundle();
        Path file = folder.resolve("penguins.mlops");

        mlops.write(trained, file);

        assertThat(mlops.read(file).digest()).isEqualTo(trained.digest());
        try (Predictor<Penguin, Classification> predictor = mlops.load(file, Penguin.class, Classification.class)) {
            double[] found = new double[trained.golden().answers().length];
            predictor.scorer().score(trained.golden().inputs(), found);
            assertThat(found).containsExactly(trained.golden().answers());
        }
    }

    @Test
    @Tag("T15")
    void countsWhatWasAskedAndNotTheGoldenRows() {
        Run<Penguin, Classification> run = mlops.run(PenguinRows.prepared().build());
        try (Predictor<Penguin, Classification> predictor = mlops.predictor(run)) {
            assertThat(predictor.counts())
                    .allMatch(counts -> counts.missing() == 0 && counts.notFinite() == 0 && counts.unseen() == 0);

            predictor.predict(new Penguin(5100, 219, "Atlantis", null));

            assertThat(predictor.counts())
                    .contains(new InputCounts("island", 0, 0, 1), new InputCounts("sex", 1, 0, 0));
        }
    }

    @Test
    @Tag("F34")
    void makesTheSameBytesAtAnotherTimeAndWithHelpers() {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Mlops later = Mlops.builder()
                    .clock(FixedClock.at("2031-07-01T12:00:00Z"))
                    .executor(two, 2)
                    .build();

            String digest = mlops.run(PenguinRows.prepared().build()).bundle().digest();

            assertThat(later.run(PenguinRows.prepared().build()).bundle().digest())
                    .isEqualTo(digest);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void anotherSplitIsAnotherBundle() {
        String usual = mlops.run(PenguinRows.prepared().build()).bundle().digest();

        Run<Penguin, Classification> other = mlops.run(PenguinRows.declared()
                .split(Splits.random(percent(70)).seed(9))
                .preprocess(Preprocessors.oneHot(io.mlops4j.api.data.Columns.categorical()))
                .train(new MeanDifference())
                .build());

        assertThat(other.bundle().digest()).isNotEqualTo(usual);
    }

    @Test
    void withoutACriterionNothingIsApproved() {
        assertThat(mlops.run(PenguinRows.prepared().build()).verdict()).isNotJudged();
    }

    @Test
    void stopsAtABrokenExpectationAndListsAllOfThem() {
        assertThatThrownBy(() -> mlops.run(PenguinRows.declared()
                        .validate(Checks.atMost("mass", 4000), Checks.notNull("sex"))
                        .preprocess(Preprocessors.oneHot(io.mlops4j.api.data.Columns.categorical()))
                        .train(new MeanDifference())
                        .build()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContainingAll("penguins breaks", "mass", "sex");
    }

    @Test
    void tellsWhatHappensAndInWhichOrder() {
        RecordingListener events = new RecordingListener();

        Mlops.builder().listener(events).build().run(PenguinRows.prepared().build());

        assertThat(events.stages())
                .containsExactly("read", "validate", "split", "prepare", "train", "evaluate", "bundle");
        assertThat(events.only(LifecycleEvent.RunFinished.class).digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void aFailedRunSaysInWhichStage() {
        RecordingListener events = new RecordingListener();
        Mlops listening = Mlops.builder().listener(events).build();

        assertThatThrownBy(() -> listening.run(PenguinRows.declared()
                        .validate(Checks.notNull("sex"))
                        .preprocess(Preprocessors.oneHot(io.mlops4j.api.data.Columns.categorical()))
                        .train(new MeanDifference())
                        .build()))
                .isInstanceOf(InvalidDataException.class);

        assertThat(events.only(LifecycleEvent.RunFailed.class).stage()).isEqualTo("validate");
    }

    @Test
    @Tag("F29")
    void aListenerThatThrowsDisturbsNobody() {
        RecordingListener events = new RecordingListener();
        Mlops listening = Mlops.builder()
                .listener(event -> {
                    throw new IllegalStateException("out of order");
                })
                .listener(events)
                .build();

        assertThat(listening.run(PenguinRows.prepared().build()).bundle()).isNotNull();
        assertThat(events.only(LifecycleEvent.RunFinished.class)).isNotNull();
    }

    record Renamed(double mass, double fliper, String island, int sex) {}

    @Test
    @Tag("T17")
    void aRecordThatDoesNotFitIsRefusedWithEveryDifference() {
        Path file = stored();

        assertThatThrownBy(() -> mlops.load(file, Renamed.class, Classification.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageContainingAll("flipper", "fliper", "sex");
    }

    record Wider(
            double mass,
            double flipper,
            String island,
            @Nullable String sex,
            int year) {}

    @Test
    void aRecordWithMoreIsAcceptedAndTold() {
        RecordingListener events = new RecordingListener();
        Path file = stored();

        try (Predictor<Wider, Classification> predictor =
                Mlops.builder().listener(events).build().load(file, Wider.class, Classification.class)) {
            assertThat(predictor.predict(new Wider(5100, 219, "Biscoe", null, 2007)))
                    .hasLabel("Gentoo");
        }

        assertThat(events.only(LifecycleEvent.ExtraColumnsIgnored.class).columns())
                .containsExactly("year");
    }

    @Test
    void anotherKindOfAnswerIsRefused() {
        Path file = stored();

        assertThatThrownBy(() -> mlops.load(file, Penguin.class, Regression.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContainingAll("Classification", "Regression");
    }

    @Test
    @Tag("T03")
    void anAlteredFileIsRefused() throws Exception {
        Path file = stored();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> mlops.read(file)).isInstanceOf(CorruptArtifactException.class);
    }

    @Test
    void aFunctionThatDoesSomethingElseUnderTheSameNameIsFoundByTheGoldenRows() {
        NamedFunction half = Functions.number("scale", 1, x -> x / 2);
        NamedFunction third = Functions.number("scale", 1, x -> x / 3);
        Path file = folder.resolve("function.mlops");
        Mlops training = Mlops.builder().function(half).build();
        training.write(
                training.run(PenguinRows.declared()
                                .preprocess(
                                        Preprocessors.function(io.mlops4j.api.data.Columns.numeric(), half),
                                        Preprocessors.standardize(io.mlops4j.api.data.Columns.numeric()),
                                        Preprocessors.oneHot(io.mlops4j.api.data.Columns.categorical()))
                                .train(new MeanDifference())
                                .build())
                        .bundle(),
                file);

        Mlops serving = Mlops.builder().function(third).build();
        assertThatThrownBy(() -> serving.load(file, Penguin.class, Classification.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("Golden row");
        assertThatThrownBy(() -> mlops.load(file, Penguin.class, Classification.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("scale");
    }

    private Path stored() {
        Path file = folder.resolve("stored.mlops");
        mlops.write(mlops.run(PenguinRows.prepared().build()).bundle(), file);
        return file;
    }
}
