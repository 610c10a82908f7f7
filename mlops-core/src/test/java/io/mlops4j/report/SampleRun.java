package io.mlops4j.report;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.check.TimestampProfile;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.ConfusionMatrix;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.pipeline.StageTiming;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.api.registry.VersionState;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.testkit.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A real run, in which what a page shows can be replaced. */
final class SampleRun {

    private static final Run<Penguin, Classification> REAL = Mlops.builder()
            .clock(FixedClock.at("2026-03-01T12:00:00Z"))
            .build()
            .run(PenguinRows.prepared().build());

    private SampleRun() {}

    static Run<Penguin, Classification> with(
            Profile profile, Evaluation evaluation, Verdict verdict, Map<String, Object> lineage, List<String> texts) {
        Bundle real = REAL.bundle();
        Bundle bundle = new Bundle(
                real.name(),
                real.input(),
                real.categories(),
                real.target(),
                real.classes(),
                real.steps(),
                real.space(),
                real.form(),
                real.reference(),
                real.golden(),
                profile,
                evaluation,
                lineage,
                real.content());
        return new Run<>(
                REAL.pipeline(),
                bundle,
                verdict,
                texts.stream()
                        .map(text -> new Violation(text, text, 3, List.of(1, 2)))
                        .toList(),
                new RejectedRows(texts.size(), texts),
                List.of(new StageTiming(texts.isEmpty() ? "train" : texts.get(0), Duration.ofMillis(5))),
                Instant.parse("2026-03-01T12:00:00Z"),
                REAL.test());
    }

    static Run<Penguin, Classification> with(Profile profile, Evaluation evaluation) {
        return with(profile, evaluation, new Verdict.NotJudged(), Map.of(), List.of());
    }

    /** The same text wherever others can put one. */
    static Run<Penguin, Classification> fullOf(List<String> texts) {
        List<ColumnProfile> columns = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String text : texts) {
            columns.add(category(text, Map.of(text, 7L)));
            columns.add(numbers(text, 1, 2));
            columns.add(new TextProfile(text, 10, 1, 9, 1, 9, 4.5));
            columns.add(new TimestampProfile(
                    text, 10, 0, 10, Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH.plusSeconds(9))));
            measurements.add(measured(MetricKey.of(text, text), Optional.empty(), -0.25));
            measurements.add(measured(MetricKey.of(text, text), Optional.of(new Slice(text, text)), -0.5));
            findings.add(new Finding(text, false, text));
        }
        Classes classes = classes(texts);
        List<List<Long>> counts = Collections.nCopies(classes.size(), Collections.nCopies(classes.size(), 3L));
        Evaluation evaluation =
                new Evaluation(20, measurements, Optional.of(new ConfusionMatrix(classes.names(), counts)));
        Map<String, Object> lineage = Map.of(texts.get(0), Map.of(texts.get(0), texts));
        return with(new Profile(10, columns), evaluation, new Verdict.Rejected(findings), lineage, texts);
    }

    private static Classes classes(List<String> texts) {
        return Classes.of(new TreeSet<>(texts), Optional.empty());
    }

    static String pageFullOf(List<String> texts) {
        return Reports.of(fullOf(texts), outcomes(classes(texts))).html();
    }

    /** A version of a run, as if it had been registered. */
    static ModelVersion version(Run<?, ?> run, int number, List<String> texts) {
        String text = texts.isEmpty() ? "nightly" : texts.get(0);
        return new ModelVersion(
                "penguins",
                number,
                run.bundle().digest(),
                run.bundle().content().size(),
                run.verdict(),
                Instant.parse("2026-03-01T12:00:00Z"),
                text,
                VersionFacts.of(run.bundle()),
                Origin.NONE.run("run 17").parent(1),
                VersionState.FRESH.with(new Approval.Approved(Decision.by("ben", text), Instant.EPOCH)));
    }

    static Run<Penguin, Classification> real() {
        return REAL;
    }

    static ClassificationOutcomes outcomes(Classes classes) {
        int rows = 20 * classes.size();
        int[] truth = new int[rows];
        double[] probabilities = new double[rows * classes.size()];
        for (int row = 0; row < rows; row++) {
            truth[row] = row % classes.size();
            for (int label = 0; label < classes.size(); label++) {
                probabilities[row * classes.size() + label] = 1.0 / classes.size();
            }
        }
        return ClassificationOutcomes.of(ClassTruth.wrap(classes, truth), probabilities, Optional.empty());
    }

    static CategoryProfile category(String column, Map<String, Long> counts) {
        return new CategoryProfile(column, 10, 1, counts.size(), counts);
    }

    static NumericProfile numbers(String column, double low, double high) {
        List<Double> quantiles = new ArrayList<>();
        NumericProfile.LEVELS.forEach(level -> quantiles.add(low * (1 - level) + high * level));
        return new NumericProfile(
                column,
                10,
                0,
                10,
                0,
                low / 2 + high / 2,
                1,
                0,
                0,
                low,
                high,
                quantiles,
                new NumericBins(List.of(), List.of(10L)));
    }

    static Measurement measured(MetricKey key, Optional<Slice> slice, double value) {
        return new Measurement(key, slice, value, Optional.of(new Interval(value - 0.1, value + 0.1, 0.95)), 20);
    }
}
