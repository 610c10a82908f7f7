package io.mlops4j.benchmarks.predict;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.data.Splits;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UCI Adult, and the two models of it that are measured. */
public final class Census {

    /** How many rows the single-row benchmarks cycle through. */
    public static final int PEOPLE = 4096;

    /** Reads them. */
    public static final RowReader<Person> ROWS = Rows.of(Person.class).snakeCase();

    private static final Path DATA = Path.of("mlops-examples", "data", "adult");

    private final Mlops mlops = Mlops.create();
    private final DataSource<Person> training =
            Csv.file(DATA.resolve("adult_train.csv.gz")).rows(ROWS);
    private final DataSource<Person> test =
            Csv.file(DATA.resolve("adult_test.csv.gz")).rows(ROWS);
    private final Dataset testRows = test.read(ROWS.schema());
    private final Bundle logistic = train(
            Tribuo.logisticRegression().epochs(5).seed(42),
            Preprocessors.standardize(numeric()),
            Preprocessors.oneHot(categorical()));
    private final Bundle xgboost =
            train(Tribuo.xgboostClassification().rounds(100).depth(6).seed(42), Preprocessors.oneHot(categorical()));

    /** Trains both. */
    public Census() {}

    private Bundle train(Trainer<Classification> trainer, Preprocessor... steps) {
        return mlops.run(Pipeline.named("census")
                        .source(training)
                        .target(Target.category("income"))
                        .split(Splits.given(test))
                        .preprocess(steps)
                        .train(trainer)
                        .build())
                .bundle();
    }

    /**
     * The logistic regression.
     *
     * @return its bundle
     */
    public Bundle logistic() {
        return logistic;
    }

    /**
     * The boosted trees.
     *
     * @return its bundle
     */
    public Bundle xgboost() {
        return xgboost;
    }

    Dataset testRows() {
        return testRows;
    }

    /**
     * Opens one of them.
     *
     * @param bundle the model
     * @return the predictor
     */
    public Predictor<Person, Classification> open(Bundle bundle) {
        return mlops.predictor(bundle, ROWS, Classification.class);
    }

    /**
     * The first test rows, each with strings of its own.
     *
     * @return the rows, {@link #PEOPLE} of them
     */
    public Person[] people() {
        return testPeople().subList(0, PEOPLE).toArray(Person[]::new);
    }

    List<Person> testPeople() {
        List<Person> people = new ArrayList<>(testRows.size());
        for (int row = 0; row < testRows.size(); row++) {
            people.add(new Person(
                    number("age", row),
                    text("workclass", row),
                    number("fnlwgt", row),
                    name("education", row),
                    number("education_num", row),
                    name("marital_status", row),
                    text("occupation", row),
                    name("relationship", row),
                    name("race", row),
                    name("sex", row),
                    number("capital_gain", row),
                    number("capital_loss", row),
                    number("hours_per_week", row),
                    text("native_country", row)));
        }
        return people;
    }

    private int number(String column, int row) {
        return (int) testRows.numeric(column).get(row);
    }

    private String name(String column, int row) {
        String text = text(column, row);
        if (text == null) {
            throw new IllegalStateException("Row " + row + " has no " + column + ".");
        }
        return text;
    }

    @SuppressWarnings("StringOperationCanBeSimplified") // an instance of its own is the point
    private @Nullable String text(String column, int row) {
        String text = testRows.values(column).text(row);
        return text == null ? null : new String(text.toCharArray());
    }
}
