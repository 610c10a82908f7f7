package io.mlops4j.examples.penguins;

// snippet: imports
import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;

import io.mlops4j.Mlops;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.data.Csv;
// end: imports
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which species is this penguin? The quick start. */
public final class Penguins {

    private Penguins() {}

    // snippet: record
    record Penguin(
            String island,
            @Nullable Double billLengthMm,
            @Nullable Double flipperLengthMm) {}
    // end: record

    /**
     * Trains, judges and asks.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(species(ExampleHome.data("penguins/penguins.csv")));
    }

    static Classification species(Path csv) {
        // snippet: pipeline
        Pipeline<Penguin, Classification> species = Pipeline.named("penguin-species")
                .source(Csv.file(csv).rows(Rows.of(Penguin.class).snakeCase()))
                .target(category("species"))
                .preprocess(impute(numeric(), median()), standardize(numeric()), oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(50).seed(42))
                .require(accuracy().atLeast(0.95))
                .build();

        try (Mlops mlops = Mlops.create()) {
            Run<Penguin, Classification> run = mlops.run(species);
            try (Predictor<Penguin, Classification> predictor = mlops.predictor(run)) {
                return predictor.predict(new Penguin("Biscoe", 50.0, 220.0));
            }
        }
        // end: pipeline
    }
}
