package io.mlops4j.examples.census;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.check.Checks.between;
import static io.mlops4j.check.Checks.missingAtMost;
import static io.mlops4j.check.Checks.notNull;
import static io.mlops4j.check.Checks.oneOf;
import static io.mlops4j.data.Splits.given;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.f1;
import static io.mlops4j.evaluate.Metrics.logLoss;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static io.mlops4j.prepare.Preprocessors.oneHot;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.check.ProfileTable;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.event.TerminalProgress;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.tribuo.Tribuo;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Who earned more than 50,000 dollars in 1994? The life of one model: read, check, train, evaluate, store, load and answer.
 *
 * <p>The data are UCI Adult, with its own division into training and test rows.
 */
public final class CensusIncome {

    private static final RowReader<Person> PEOPLE = Rows.of(Person.class).snakeCase();

    private final Path output;
    private final PrintStream out;
    private final Mlops mlops;
    private final DataSource<Person> training = people(ExampleHome.data("adult/adult_train.csv.gz"));
    private final DataSource<Person> test = people(ExampleHome.data("adult/adult_test.csv.gz"));

    CensusIncome(Path output, PrintStream out) {
        this.output = output;
        this.out = out;
        this.mlops = Mlops.builder().listener(TerminalProgress.auto(out)).build();
    }

    /**
     * Runs the example and writes {@code summary.json}.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        new CensusIncome(ExampleHome.output("census-income"), System.out).run();
    }

    Summary run() {
        refuseBrokenData();
        Run<Person, Classification> run = train();
        report(run);
        Path stored = store(run.bundle());
        double nanoseconds = answer(stored);
        return summarise(run, nanoseconds);
    }

    private static DataSource<Person> people(Path file) {
        return Csv.file(file).rows(PEOPLE);
    }

    private void refuseBrokenData() {
        title("1. Read and validate");
        Path broken = BrokenCopy.of(ExampleHome.data("adult/adult_train.csv.gz"), output.resolve("broken.csv"));
        try {
            mlops.run(pipeline(people(broken)));
            throw new IllegalStateException("The broken copy was accepted.");
        } catch (InvalidDataException expected) {
            out.println(expected.getMessage());
        }
    }

    private Run<Person, Classification> train() {
        title("2. Prepare and train");
        Run<Person, Classification> run = mlops.run(pipeline(training));
        out.println();
        out.print(ProfileTable.of(run.bundle().profile()));
        return run;
    }

    private Pipeline<Person, Classification> pipeline(DataSource<Person> source) {
        return Pipeline.named("census-income")
                .source(source)
                .target(category("income").positive(">50K"))
                .validate(
                        notNull("age", "sex", "race"),
                        between("age", 16, 100),
                        between("hours_per_week", 1, 99),
                        oneOf("sex", "Female", "Male"),
                        missingAtMost("occupation", percent(10)))
                .split(given(test))
                .preprocess(oneHot(categorical()))
                .train(Tribuo.xgboostClassification().rounds(100).depth(6).seed(42))
                .evaluate(accuracy(), rocAuc(), logLoss(), f1(">50K"))
                .slicedBy("sex", "race")
                .require(accuracy().atLeast(0.87), rocAuc().atLeast(0.92))
                .build();
    }

    private void report(Run<Person, Classification> run) {
        title("3. Evaluate on Adult's own test rows");
        for (Measurement measurement : run.evaluation().measurements()) {
            if (measurement.slice().isEmpty()
                    || measurement.metric().equals(accuracy().key())) {
                out.println("  " + measurement);
            }
        }
        run.verdict().findings().forEach(finding -> out.println("  " + finding));
        if (!(run.verdict() instanceof Verdict.Approved)) {
            throw new IllegalStateException("The model does not meet its criteria.");
        }
    }

    private Path store(Bundle bundle) {
        title("4. Store, load again and predict");
        Path file = output.resolve("census-income.mlops");
        mlops.write(bundle, file);
        out.println("  " + bundle + " in " + file);
        return file;
    }

    private double answer(Path stored) {
        Bundle bundle = mlops.read(stored);
        try (Predictor<Person, Classification> predictor = mlops.predictor(bundle, PEOPLE, Classification.class)) {
            List<Person> people = People.some();
            for (Person person : people) {
                out.printf(
                        Locale.ROOT,
                        "  %d, %s, %s → %s%n",
                        person.age(),
                        person.sex(),
                        person.occupation(),
                        predictor.predict(person));
            }
            SameAnswers.require(bundle, predictor);
            out.println("  the loaded model gives the same answers as the trained one");
            double nanoseconds = Stopwatch.nanosecondsEach(people, predictor);
            out.printf(
                    Locale.ROOT,
                    "  one prediction takes about %.0f ns; plan: %s%n",
                    nanoseconds,
                    predictor.scorer().plan());
            return nanoseconds;
        }
    }

    private Summary summarise(Run<Person, Classification> run, double nanoseconds) {
        Summary summary = new Summary(
                run.evaluation().value(accuracy()),
                run.evaluation().value(rocAuc()),
                run.bundle().digest(),
                run.bundle().content().size(),
                nanoseconds);
        summary.write(output.resolve("summary.json"));
        out.println();
        out.println(summary);
        return summary;
    }

    private void title(String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
    }
}
