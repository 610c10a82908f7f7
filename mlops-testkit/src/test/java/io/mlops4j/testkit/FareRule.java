package io.mlops4j.testkit;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Scorer;
import io.mlops4j.api.predict.SingleScorer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A predictor without a model: a rule gives the probability of {@code yes}. */
record FareRule(ToDoubleFunction<Passenger> rule) implements Predictor<Passenger, Classification> {

    static final Classes CLASSES = new Classes(List.of("no", "yes"), Optional.empty());

    /** Who paid more and is female survives; age does not matter. */
    static FareRule sound() {
        return new FareRule(row -> Math.min(0.9, (row.sex().equals("female") ? 0.5 : 0.1) + row.fare() / 1000));
    }

    @Override
    public Classification predict(Passenger row) {
        double yes = rule.applyAsDouble(row);
        return Classification.wrap(CLASSES, new double[] {1 - yes, yes});
    }

    @Override
    public Scorer<Passenger> scorer() {
        return singleScorer();
    }

    @Override
    public SingleScorer<Passenger> singleScorer() {
        return new Single();
    }

    @Override
    public List<InputCounts> counts() {
        return List.of();
    }

    @Override
    public void close() {}

    private final class Single implements SingleScorer<Passenger> {

        @Override
        public double score(Passenger row) {
            return rule.applyAsDouble(row);
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public void score(Passenger row, double[] scores) {
            scores[1] = score(row);
            scores[0] = 1 - scores[1];
        }

        @Override
        public void score(Dataset rows, double[] scores) {
            throw new UnsupportedOperationException("a rule scores single rows");
        }

        @Override
        public String plan() {
            return "a rule";
        }
    }
}
