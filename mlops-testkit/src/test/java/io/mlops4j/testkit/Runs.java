package io.mlops4j.testkit;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.pipeline.StageTiming;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as the engine would give them, made by hand. */
final class Runs {

    static final Evaluation EVALUATION = new Evaluation(
            200,
            List.of(
                    measured(MetricKey.of("accuracy"), 0.86996, 200),
                    measured(MetricKey.of("roc_auc"), Double.NaN, 200),
                    measured(MetricKey.of("f1", "no"), 0.9, 200),
                    measured(MetricKey.of("f1", "yes"), 0.7, 200),
                    measured("sex", "female", 0.80, 150),
                    measured("sex", "male", 0.95, 45),
                    measured("sex", Slice.MISSING, 0.2, 5)),
            Optional.empty());

    private Runs() {}

    static Run<Passenger, Classification> reaching(double accuracy) {
        return with(accuracy, "bundle", List.of(), RejectedRows.NONE);
    }

    static Run<Passenger, Classification> with(
            double accuracy, String content, List<Violation> warnings, RejectedRows rejected) {
        Criterion<Classification> criterion = new Accuracy().atLeast(accuracy);
        Pipeline<Passenger, Classification> pipeline = Pipeline.named("survival")
                .source(new PassengerSource(Passengers.file()))
                .target(Target.category("survived"))
                .ignore("sex")
                .preprocess(new FillWithMean("age"))
                .train(new MeanDifference())
                .require(criterion)
                .build();
        return new Run<>(
                pipeline,
                bundle(content),
                Verdict.of(List.of(criterion), EVALUATION, Optional.empty()),
                warnings,
                rejected,
                List.of(new StageTiming("train", Duration.ofMillis(5))),
                Instant.EPOCH,
                Passengers.all());
    }

    private static Bundle bundle(String content) {
        Dataset rows = Passengers.all();
        return new Bundle(
                "survival",
                PassengerReader.SCHEMA,
                List.of(Dictionary.of(List.of("female", "male")), Dictionary.empty(), Dictionary.empty()),
                Target.category("survived"),
                Optional.of(FareRule.CLASSES),
                List.of(),
                new FeatureSpace(List.of(new FeatureSpace.Block("fare", false, 0, List.of("fare")))),
                Optional.of(new LinearModel(new double[][] {{1}}, new double[1], Link.LOGISTIC)),
                Optional.empty(),
                new GoldenRows(rows, 1, new double[rows.size()]),
                new Profile(rows.size(), List.of()),
                EVALUATION,
                Map.of(),
                BundleContent.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Measurement measured(MetricKey key, double value, long rows) {
        return new Measurement(key, Optional.empty(), value, Optional.empty(), rows);
    }

    private static Measurement measured(String column, String part, double accuracy, long rows) {
        return new Measurement(
                MetricKey.of("accuracy"), Optional.of(new Slice(column, part)), accuracy, Optional.empty(), rows);
    }
}
