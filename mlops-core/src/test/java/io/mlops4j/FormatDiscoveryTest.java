package io.mlops4j;

import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Columns;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.Preprocessors;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatDiscoveryTest {

    @TempDir
    Path folder;

    /** Models that know nothing of their rows. */
    public static class Coin implements ModelFormat {

        @Override
        public String name() {
            return "coin";
        }

        @Override
        public OpenModel open(ReferenceModel model, FeatureSpace space, List<String> outputs) {
            return new OpenModel() {
                @Override
                public double[] score(Dataset prepared) {
                    double[] scores = new double[prepared.size() * outputs.size()];
                    Arrays.fill(scores, 1.0 / outputs.size());
                    return scores;
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Another class for the same. */
    public static final class OtherCoin extends Coin {}

    /** Steps of somebody else's. */
    public static class Guess implements PreprocessorFormat {

        @Override
        public String name() {
            return "guess";
        }

        @Override
        public FittedPreprocessor restore(Map<String, Object> state) {
            throw new AssertionError("no bundle has this step");
        }
    }

    /** Another class for the same. */
    public static final class OtherGuess extends Guess {}

    private record Toss() implements Trainer<Classification> {

        @Override
        public String name() {
            return "test.toss";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }

        @Override
        public void check(io.mlops4j.api.data.Schema prepared, Target<?> target) {}

        @Override
        public TrainedModel train(TrainingSet rows, Progress progress) {
            return new TrainedModel(
                    Optional.empty(), Optional.of(new ReferenceModel("coin", new byte[] {1})), Map.of());
        }
    }

    private static final Pipeline<Penguin, Classification> TOSSED = PenguinRows.declared()
            .preprocess(Preprocessors.oneHot(Columns.categorical()))
            .train(new Toss())
            .build();

    private void run(UnaryOperator<MlopsBuilder> formats) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ModelFormat.class.getName()), Coin.class.getName());
        Files.writeString(services.resolve(PreprocessorFormat.class.getName()), Guess.class.getName());
        URL[] here = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(here, FormatDiscoveryTest.class.getClassLoader());
                Mlops mlops =
                        formats.apply(Mlops.builder()).discoverFormats(loader).build()) {
            assertThat(mlops.run(TOSSED)).isNotNull();
        }
    }

    @Test
    void formatsAreFoundAsServices() throws IOException {
        run(builder -> builder);
    }

    @Test
    @Tag("T27")
    void aFormatThatWasGivenExplicitlyIsNotFoundOnceMore() throws IOException {
        run(builder -> builder.modelFormat(new Coin()).preprocessorFormat(new Guess()));
    }

    @Test
    @Tag("T27")
    void twoClassesForOneFormatAreRefusedNamingBoth() {
        assertThatThrownBy(() -> run(builder -> builder.modelFormat(new OtherCoin())))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContainingAll("more than one", "coin by " + Coin.class.getName(), OtherCoin.class.getName());
        assertThatThrownBy(() -> run(builder -> builder.preprocessorFormat(new OtherGuess())))
                .isInstanceOf(MlopsException.class)
                .hasMessageContainingAll("'guess'", Guess.class.getName(), OtherGuess.class.getName());
    }
}
