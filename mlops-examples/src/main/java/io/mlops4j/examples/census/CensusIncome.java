package io.mlops4j.examples.census;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
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
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;

import io.mlops4j.Mlops;
import io.mlops4j.MlopsBuilder;
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
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.event.TerminalProgress;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.tribuo.Tribuo;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Who earned more than 50,000 dollars in 1994? The life of one model: read, check, train, evaluate, store, load and answer;
 * register, deploy, watch, roll back.
 *
 * <p>The data are UCI Adult, with its own division into training and test rows.
 */
public final class CensusIncome {

    private static final RowReader<Person> PEOPLE = Rows.of(Person.class).snakeCase();

    private final Path output;
    private final PrintStream out;
    private final UnaryOperator<MlopsBuilder> home;
    private final Mlops mlops;
    private final DataSource<Person> training = people(ExampleHome.data("adult/adult_train.csv.gz"));
    private final DataSource<Person> test = people(ExampleHome.data("adult/adult_test.csv.gz"));

    /** Says where the registry is at home: everything else is the same on SQLite and on PostgreSQL. */
    CensusIncome(Path output, PrintStream out, UnaryOperator<MlopsBuilder> home) {
        this.output = output;
        this.out = out;
        this.home = home;
        this.mlops = open();
    }

    private Mlops open() {
        return home.apply(Mlops.builder())
                .listener(TerminalProgress.auto(out))
                .actor("census-income")
                .build();
    }

    /**
     * Runs the example and writes {@code summary.json}.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Path output = ExampleHome.freshOutput("census-income");
        new CensusIncome(output, System.out, mlops -> mlops.home(output.resolve("home"))).run();
    }

    Summary run() {
        readAndValidate();
        Run<Person, Classification> run = train();
        report(run);
        Path stored = store(run.bundle());
        TestPeople people = TestPeople.of(test);
        double nanoseconds = answer(run, stored, people.people());
        CensusLife life = new CensusLife(mlops, output, out);
        life.register(run);
        String refused = life.refuseWeaker(weaker());
        List<String> drifted = life.serve(mlops.run(candidate()), people);
        mlops.close();
        int champion = reopen();
        return summarise(run, nanoseconds, new Life(drifted, refused, champion));
    }

    private int reopen() {
        try (Mlops again = open()) {
            return new CensusLife(again, output, out).reopened(People.some().get(0), pipeline(training));
        }
    }

    private static DataSource<Person> people(Path file) {
        return Csv.file(file).rows(PEOPLE);
    }

    private void readAndValidate() {
        Title.print(out, "1. Read and validate");
        FirstLook.at(pipeline(training), out);
        out.println();
        refuseBrokenCopy();
    }

    private void refuseBrokenCopy() {
        Path broken = BrokenCopy.of(ExampleHome.data("adult/adult_train.csv.gz"), output.resolve("broken.csv"));
        try {
            mlops.run(pipeline(people(broken)));
            throw new IllegalStateException("The broken copy was accepted.");
        } catch (InvalidDataException expected) {
            out.println(expected.getMessage());
        }
    }

    private Run<Person, Classification> train() {
        Title.print(out, "2. Prepare and train");
        return mlops.run(pipeline(training));
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

    /** As the champion, with a fifth more trees: as good, as far as the test rows can tell. */
    private Pipeline<Person, Classification> candidate() {
        return Pipeline.named("census-income")
                .source(training)
                .target(category("income").positive(">50K"))
                .split(given(test))
                .preprocess(oneHot(categorical()))
                .train(Tribuo.xgboostClassification().rounds(120).depth(6).seed(42))
                .require(accuracy().atLeast(0.87), rocAuc().noWorseThanChampion(0.002))
                .build();
    }

    /** Good enough by itself, but worse than the champion. */
    private Pipeline<Person, Classification> weaker() {
        return Pipeline.named("census-income")
                .source(training)
                .target(category("income").positive(">50K"))
                .split(given(test))
                .preprocess(impute(categorical(), mostFrequent()), standardize(numeric()), oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(5).seed(42))
                .require(accuracy().atLeast(0.80), rocAuc().noWorseThanChampion(0.002))
                .build();
    }

    private void report(Run<Person, Classification> run) {
        Title.print(out, "3. Evaluate on Adult's own test rows");
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
        Title.print(out, "4. Store, load again and predict");
        Path file = output.resolve("census-income.mlops");
        mlops.write(bundle, file);
        out.println("  " + bundle + " in " + file);
        return file;
    }

    private double answer(Run<Person, Classification> run, Path stored, List<Person> testPeople) {
        Bundle bundle = mlops.read(stored);
        try (Predictor<Person, Classification> trained = mlops.predictor(run);
                Predictor<Person, Classification> loaded = mlops.predictor(bundle, PEOPLE, Classification.class)) {
            for (Person person : People.some()) {
                out.printf(
                        Locale.ROOT,
                        "  %d, %s, %s → %s%n",
                        person.age(),
                        person.sex(),
                        person.occupation(),
                        loaded.predict(person));
            }
            SameAnswers.requireGolden(bundle, loaded);
            SameAnswers.require(trained, loaded, People.some());
            SameAnswers.require(trained, loaded, testPeople);
            out.printf(
                    Locale.ROOT,
                    "  the loaded model gives the same answers as the trained one, bit for bit: for its %d golden rows,"
                            + " these people and the %,d test people%n",
                    bundle.golden().inputs().size(),
                    testPeople.size());
            return time(loaded, testPeople);
        }
    }

    private double time(Predictor<Person, Classification> predictor, List<Person> testPeople) {
        Stopwatch.Reading reading = Stopwatch.read(testPeople, predictor);
        out.printf(
                Locale.ROOT,
                "  one prediction takes about %.0f ns (mean probability %.4f); plan: %s%n",
                reading.nanosecondsEach(),
                reading.meanProbability(),
                predictor.scorer().plan());
        return reading.nanosecondsEach();
    }

    private Summary summarise(Run<Person, Classification> run, double nanoseconds, Life life) {
        Summary summary = new Summary(
                run.evaluation().value(accuracy()),
                run.evaluation().value(rocAuc()),
                run.bundle().digest(),
                run.bundle().content().size(),
                nanoseconds,
                life,
                List.of("run.html", "deployment.html"));
        summary.write(output.resolve("summary.json"));
        out.println();
        out.println(summary);
        return summary;
    }
}
