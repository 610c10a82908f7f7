package io.mlops4j.pipeline;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.Mlops;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.InvalidPipelineException;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.PipelinePreparation;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import io.mlops4j.data.Csv;
import io.mlops4j.data.CsvFile;
import io.mlops4j.data.Splits;
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
}
