package io.mlops4j.pipeline;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mlops4j.Mlops;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.InvalidPipelineException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.PipelinePreparation;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import io.mlops4j.check.Checks;
import io.mlops4j.data.Csv;
import io.mlops4j.data.CsvFile;
import io.mlops4j.data.Splits;
import io.mlops4j.testkit.RecordingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a whole run divides its rows. */
class RunSplitTest {

    record Bird(double mass) {}

    @TempDir
    Path folder;

    private Path birds;

    @BeforeEach
    void writeTwoBirdsOfEachKindPerNest() throws IOException {
        birds = file(
                "birds.csv",
                IntStream.range(0, 200)
                        .mapToObj(row -> row % 2 == 0
                                ? (5000 + row % 7) + ",n" + row % 50 + ",Gentoo\n"
                                : (3500 + row % 7) + ",n" + (row - 1) % 50 + ",Adelie\n")
                        .collect(Collectors.joining()));
    }

    private Path file(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), "mass,nest,species\n" + rows);
    }

    private static PipelinePreparation<Bird, Classification> of(CsvFile file) {
        return Pipeline.named("birds").source(file.rows(Bird.class)).target(Target.category("species"));
    }

    private static Set<String> nests(Dataset rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> String.valueOf(rows.values("nest").text(row)))
                .collect(Collectors.toSet());
    }

    @Test
    void theUsualSplitKeepsGroupsTogether() {
        Dataset test = Mlops.create()
                .run(of(Csv.file(birds))
                        .group("nest")
                        .train(new MeanDifference())
                        .build())
                .test();

        assertThat(test.size()).isEqualTo(40);
        assertThat(nests(test)).hasSize(5); // of 25 nests with 8 birds each
    }

    @Test
    @Tag("T17")
    void aStratifiedSplitOfGroupsIsRefusedWhenThePipelineIsBuilt() {
        assertThatThrownBy(() -> of(Csv.file(birds))
                        .group("nest")
                        .split(Splits.stratified(percent(80)))
                        .train(new MeanDifference())
                        .build())
                .isInstanceOf(InvalidPipelineException.class)
                .hasMessageStartingWith("Pipeline 'birds', split: stratified() draws single rows of each class, but")
                .hasMessageContaining("the group 'nest'");
    }

    @Test
    @Tag("T11")
    void brokenRowsOfAGivenTestSourceAreCountedAndTold() throws IOException {
        Path training = file("training.csv", "heavy,n1,Gentoo\n5000,n1,Gentoo\n3500,n2,Adelie\n");
        Path test = file("test.csv", "5100,n3,Gentoo\nlight,n3,Adelie\n3600,n4,Adelie\n");
        RecordingListener events = new RecordingListener();

        Run<Bird, Classification> run = Mlops.builder()
                .listener(events)
                .build()
                .run(of(Csv.file(training).tolerate(1))
                        .split(Splits.given(Csv.file(test).tolerate(1).rows(Bird.class)))
                        .train(new MeanDifference())
                        .build());

        assertThat(run.test().size()).isEqualTo(2);
        assertThat(run.rejected().count()).isEqualTo(2);
        assertThat(run.rejected().sample())
                .satisfiesExactly(
                        first -> assertThat(first).contains("training.csv, line 2", "heavy"),
                        second -> assertThat(second).contains("test.csv, line 3", "light"));
        assertThat(events.events(LifecycleEvent.RowsRejected.class))
                .extracting(
                        LifecycleEvent.RowsRejected::source,
                        event -> event.rejected().count())
                .containsExactly(tuple("training.csv", 1L), tuple("test.csv", 1L));
        assertThat(events.events(LifecycleEvent.StageFinished.class).get(0).outcome())
                .isEqualTo("2 rows, 1 left out; for the test 2 rows, 1 left out");
    }

    @Test
    void whatIsExpectedIsExpectedOfGivenTestRowsToo() throws IOException {
        Path test = file("test.csv", "5100,n3,Gentoo\n-1,n3,Adelie\n3600,n4,Adelie\n");
        PipelinePreparation<Bird, Classification> declared = of(Csv.file(birds))
                .validate(Checks.atLeast("mass", 0), Checks.rowsAtLeast(100).warnOnly())
                .split(Splits.given(Csv.file(test).rows(Bird.class)));

        assertThatThrownBy(() ->
                        Mlops.create().run(declared.train(new MeanDifference()).build()))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> {
                    assertThat(e)
                            .hasMessageStartingWith(
                                    "birds.csv with the test rows of test.csv breaks what was expected of it:");
                    assertThat(e.problems())
                            .singleElement()
                            .asString()
                            .contains("mass", "in the test rows of test.csv", "found 1 row", "[1]");
                });
    }

    @Test
    void aWarningSaysWhoseRowsBreakWhatWasExpected() throws IOException {
        Path test = file("test.csv", "5100,n3,Gentoo\n3600,n4,Adelie\n");
        Run<Bird, Classification> run = Mlops.create()
                .run(of(Csv.file(birds))
                        .validate(
                                Checks.rowsAtLeast(100).warnOnly(),
                                Checks.atLeast("mass", 5000).warnOnly())
                        .split(Splits.given(Csv.file(test).rows(Bird.class)))
                        .train(new MeanDifference())
                        .build());

        assertThat(run.warnings())
                .extracting(Violation::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("mass", "in the training rows of birds.csv"),
                        second -> assertThat(second).contains("in the test rows of test.csv", "found 2 rows"),
                        third -> assertThat(third).contains("mass", "in the test rows of test.csv", "found 1 row"));
    }

    @Test
    @Tag("T16")
    void aGivenTestSourceWithoutRowsIsRefused() throws IOException {
        Path test = file("test.csv", "");
        assertThatThrownBy(() -> Mlops.create()
                        .run(of(Csv.file(birds))
                                .split(Splits.given(Csv.file(test).rows(Bird.class)))
                                .train(new MeanDifference())
                                .build()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("given(test.csv)")
                .hasMessageContaining("0 for the test");
    }
}
