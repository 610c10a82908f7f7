package io.mlops4j.examples;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.tribuo.Tribuo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the bundles that {@code FixturesTest} of the core opens: {@code -Dfixtures=FOLDER} keeps them. */
class FixtureWriterTest {

    record Penguin(
            String island,
            @Nullable Double billLengthMm,
            @Nullable Double flipperLengthMm,
            @Nullable String sex) {}

    private final Mlops mlops = Mlops.create();

    @Test
    void writesALinearModelAndTreesUnderTheirDigests(@TempDir Path temporary) throws IOException {
        String kept = System.getProperty("fixtures");
        Path folder = kept == null ? temporary : Files.createDirectories(Path.of(kept));

        Path linear = write(
                folder,
                "penguins-logistic",
                Tribuo.logisticRegression().epochs(20).seed(42),
                impute(numeric(), median()),
                standardize(numeric()),
                oneHot(categorical()));
        Path trees = write(
                folder,
                "penguins-xgboost",
                Tribuo.xgboostClassification().rounds(5).depth(3).seed(42),
                oneHot(categorical()));

        assertThat(linear).exists();
        assertThat(trees).exists();
    }

    private Path write(Path folder, String name, Trainer<Classification> trainer, Preprocessor... steps) {
        Bundle bundle = mlops.run(Pipeline.named(name)
                        .source(Csv.file(ExampleHome.data("penguins/penguins.csv"))
                                .rows(Rows.of(Penguin.class).snakeCase()))
                        .target(category("species"))
                        .preprocess(steps)
                        .train(trainer)
                        .build())
                .bundle();
        Path file = folder.resolve(name + "-" + bundle.digest().substring(0, 12) + ".mlops");
        mlops.write(bundle, file);
        return file;
    }
}
