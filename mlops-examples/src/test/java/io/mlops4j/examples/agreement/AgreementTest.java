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
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.examples.census.Person;
import io.mlops4j.tribuo.Tribuo;
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

        new Oracle(bundle).assertAgreement(mlops, rows, 1e-12);
    }

    @Test
    void boostedTreesAreXgboostsToSinglePrecision() {
        Bundle bundle = train(Tribuo.xgboostClassification().seed(42), oneHot(categorical()));

        new Oracle(bundle).assertAgreement(mlops, rows, 3e-6);
    }

    @Test
    void theMarginsOfBoostedTreesAreXgboostsOwn() throws Exception {
        Bundle bundle = train(Tribuo.xgboostClassification().seed(42), oneHot(categorical()));
        Oracle oracle = new Oracle(bundle);
        double[] ours = oracle.ours(mlops, rows);
        double[] theirs = new NativeMargins(bundle).of(oracle.prepared(rows));

        double worst = 0;
        for (int row = 0; row < rows.size(); row++) {
            double margin = Math.log(ours[2 * row + 1] / ours[2 * row]);
            worst = Math.max(worst, Math.abs(margin - theirs[row]));
        }

        assertThat(rows.size()).isEqualTo(16_281);
        assertThat(worst).as("the greatest difference").isLessThanOrEqualTo(1e-5);
    }

    @Test
    @Tag("T15")
    void valuesThatTrainingNeverHadChangeNothingAboutThat() {
        Dataset strange = Strange.of(rows);
        Bundle linear =
                train(Tribuo.logisticRegression().epochs(5).seed(42), standardize(numeric()), oneHot(categorical()));
        Bundle trees = train(Tribuo.xgboostClassification().seed(42), oneHot(categorical()));

        new Oracle(linear).assertAgreement(mlops, strange, 1e-12);
        new Oracle(trees).assertAgreement(mlops, strange, 3e-6);
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
}
