package io.mlops4j.tribuo;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.data.Csv;
import io.mlops4j.prepare.Preprocessors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of two columns, which is not columnwise, from a file to an answer with the trainers of this module. */
class RatioTest {

    record Loan(double debt, double income, String home) {}

    private enum DebtByIncome implements Preprocessor, FittedPreprocessor, PreprocessorFormat {
        STEP;

        private static final Column RATIO = Column.of("ratio", ColumnType.NUMERIC);

        @Override
        public Schema outputSchema(Schema input) {
            return input.with(RATIO).without("debt").without("income");
        }

        @Override
        public Fit fit(Dataset training) {
            return Fit.of(this, training);
        }

        @Override
        public Dataset transform(Dataset rows) {
            double[] ratio = IntStream.range(0, rows.size())
                    .mapToDouble(row -> rows.numeric("debt").get(row)
                            / rows.numeric("income").get(row))
                    .toArray();
            return rows.with(RATIO, NumericValues.wrap(ratio)).columns(outputSchema(rows.schema()));
        }

        @Override
        public Map<String, Object> state() {
            return Map.of();
        }

        @Override
        public FittedPreprocessor restore(Map<String, Object> state) {
            return this;
        }
    }

    @TempDir
    Path folder;

    static Stream<Trainer<Classification>> trainers() {
        return Stream.of(
                Tribuo.logisticRegression().epochs(30).seed(1),
                Tribuo.xgboostClassification().rounds(20).seed(1));
    }

    private Path loans() throws IOException {
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> {
                    int income = 20 + i * 37 % 80;
                    boolean defaults = i % 2 == 0;
                    return income * (defaults ? 3 : 1) + i % 7 + "," + income + "," + (i % 3 == 0 ? "own" : "rent")
                            + "," + (defaults ? "yes" : "no");
                })
                .collect(Collectors.joining("\n", "debt,income,home,defaults\n", "\n"));
        return Files.writeString(folder.resolve("loans.csv"), rows);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void goesFromAFileToAnAnswerAndBackFromTheBundle(Trainer<Classification> trainer) throws IOException {
        Path bundle = folder.resolve("loans.mlops");
        Loan heavy = new Loan(300, 90, "own");
        try (Mlops mlops = Mlops.builder().preprocessorFormat(DebtByIncome.STEP).build()) {
            Run<Loan, Classification> run = mlops.run(Pipeline.named("loans")
                    .source(Csv.file(loans()).rows(Loan.class))
                    .target(Target.category("defaults").positive("yes"))
                    .preprocess(Preprocessors.oneHot(categorical()), DebtByIncome.STEP)
                    .train(trainer)
                    .require(accuracy().atLeast(0.95))
                    .build());
            mlops.write(run.bundle(), bundle);

            assertThat(run).isApproved();
            try (Predictor<Loan, Classification> trained = mlops.predictor(run);
                    Predictor<Loan, Classification> read = mlops.predictor(
                            mlops.read(bundle), run.pipeline().source().rows(), Classification.class)) {
                assertThat(read.predict(heavy)).hasLabel("yes").isEqualTo(trained.predict(heavy));
                assertThat(read.predict(new Loan(95, 90, "rent"))).hasLabel("no");
            }
        }
    }
}
