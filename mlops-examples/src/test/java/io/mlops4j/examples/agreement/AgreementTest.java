package io.mlops4j.examples.agreement;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.data.Splits.given;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.examples.census.Person;
import io.mlops4j.tribuo.Tribuo;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The compiled scorer against Tribuo's own prediction of the model in the same bundle, on every row of Adult's test file:
 * 16,281 rows with missing values, and once more with values that training never had.
 */
class AgreementTest {

    private final DataSource<Person> training = people("adult/adult_train.csv.gz");
    private final DataSource<Person> test = people("adult/adult_test.csv.gz");
    private final Schema columns = training.rows().schema();
    private final Dataset rows = test.read(columns);
    private final Mlops mlops = Mlops.create();

    private static DataSource<Person> people(String file) {
        return Csv.file(ExampleHome.data(file)).rows(Rows.of(Person.class).snakeCase());
    }

    @Test
    void logisticRegressionIsTribuosToTheTwelfthDigit() {
        Bundle bundle =
                train(Tribuo.logisticRegression().epochs(5).seed(42), standardize(numeric()), oneHot(categorical()));

        assertThat(difference(bundle, rows)).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void boostedTreesAreXgboostsToSinglePrecision() {
        Bundle bundle = train(Tribuo.xgboostClassification().seed(42), oneHot(categorical()));

        assertThat(difference(bundle, rows)).isLessThanOrEqualTo(3e-6);
    }

    @Test
    @Tag("T15")
    void valuesThatTrainingNeverHadChangeNothingAboutThat() {
        Dataset strange = Strange.of(rows);
        Bundle linear =
                train(Tribuo.logisticRegression().epochs(5).seed(42), standardize(numeric()), oneHot(categorical()));
        Bundle trees = train(Tribuo.xgboostClassification().seed(42), oneHot(categorical()));

        assertThat(difference(linear, strange)).isLessThanOrEqualTo(1e-12);
        assertThat(difference(trees, strange)).isLessThanOrEqualTo(3e-6);
    }

    private Bundle train(Trainer<Classification> trainer, Preprocessor... steps) {
        return mlops.run(Pipeline.named("agreement")
                        .source(training)
                        .target(category("income"))
                        .split(given(test))
                        .preprocess(steps)
                        .train(trainer)
                        .build())
                .bundle();
    }

    /** The largest difference of a probability; the class has to be the same on every row. */
    private double difference(Bundle bundle, Dataset inputs) {
        double[] ours = new double[inputs.size() * 2];
        try (Predictor<Map<String, ?>, Classification> predictor =
                mlops.predictor(bundle, Rows.maps(bundle.input()), Classification.class)) {
            predictor.scorer().score(inputs, ours);
        }
        double[] theirs = oracle(bundle, inputs);
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i]));
        }
        for (int row = 0; row < inputs.size(); row++) {
            assertThat(Classification.winner(ours, row * 2, 2)).isEqualTo(Classification.winner(theirs, row * 2, 2));
        }
        return largest;
    }

    private double[] oracle(Bundle bundle, Dataset inputs) {
        Dataset prepared = inputs;
        for (FittedPreprocessor step : bundle.steps()) {
            prepared = step.transform(prepared);
        }
        try (OpenModel model = Tribuo.modelFormat()
                .open(
                        bundle.reference().orElseThrow(),
                        bundle.space(),
                        bundle.classes().orElseThrow().names())) {
            return model.score(prepared);
        }
    }
}
