package io.mlops4j.examples.agreement;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Splits;
import io.mlops4j.tribuo.Tribuo;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Small models of random rows: the compiled scorer says what the library says that trained them. */
class RandomModelsTest {

    private static final double LINEAR = 1e-12;
    private static final double TREES = 3e-6;

    private final Mlops mlops = Mlops.create();

    @Property(tries = 25)
    void logisticRegression(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 4) int numbers,
            @ForAll @IntRange(min = 1, max = 3) int categories,
            @ForAll @IntRange(min = 2, max = 4) int classes) {
        MadeRows rows = new MadeRows(seed, numbers, categories, 60, classes);
        compare(
                rows,
                Target.category(MadeRows.TARGET),
                Tribuo.logisticRegression().epochs(3).seed(seed),
                LINEAR,
                impute(numeric(), median()),
                standardize(numeric()),
                oneHot(categorical()));
    }

    @Property(tries = 25)
    void linearRegression(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 4) int numbers,
            @ForAll @IntRange(min = 1, max = 3) int categories) {
        MadeRows rows = new MadeRows(seed, numbers, categories, 60, 1);
        compare(
                rows,
                Target.number(MadeRows.TARGET),
                Tribuo.linearRegression().epochs(3).seed(seed),
                LINEAR,
                impute(numeric(), median()),
                standardize(numeric()),
                oneHot(categorical()));
    }

    @Property(tries = 25)
    void boostedTreesOfClasses(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 4) int numbers,
            @ForAll @IntRange(min = 1, max = 3) int categories,
            @ForAll @IntRange(min = 2, max = 4) int classes,
            @ForAll @IntRange(min = 1, max = 12) int rounds,
            @ForAll @IntRange(min = 1, max = 8) int depth) {
        MadeRows rows = new MadeRows(seed, numbers, categories, 120, classes);
        compare(
                rows,
                Target.category(MadeRows.TARGET),
                Tribuo.xgboostClassification().rounds(rounds).depth(depth).seed(seed),
                TREES,
                oneHot(categorical()));
    }

    @Property(tries = 25)
    void boostedTreesOfNumbers(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 4) int numbers,
            @ForAll @IntRange(min = 1, max = 3) int categories,
            @ForAll @IntRange(min = 1, max = 12) int rounds,
            @ForAll @IntRange(min = 1, max = 8) int depth) {
        MadeRows rows = new MadeRows(seed, numbers, categories, 120, 1);
        compare(
                rows,
                Target.number(MadeRows.TARGET),
                Tribuo.xgboostRegression().rounds(rounds).depth(depth).seed(seed),
                TREES,
                oneHot(categorical()));
    }

    private <Y extends Prediction> void compare(
            MadeRows rows, Target<Y> target, Trainer<? super Y> trainer, double tolerance, Preprocessor... steps) {
        Bundle bundle = mlops.run(Pipeline.named("random")
                        .source(rows)
                        .target(target)
                        .split(Splits.random(percent(80)).seed(1))
                        .preprocess(steps)
                        .train(trainer)
                        .build())
                .bundle();
        Dataset plain = rows.read(bundle.input());
        for (Dataset some : List.of(plain, Strange.of(plain))) {
            new Oracle(bundle).assertAgreement(mlops, some, tolerance, tolerance);
        }
    }
}
