package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.SingleScorer;
import io.mlops4j.benchmarks.Figure;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Single rows and batches of UCI Adult. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PredictBenchmark {

    /** What is printed. */
    public static final List<Figure> FIGURES = List.of(
            new Figure("logistic-predict", "logisticPredict", "tribuo", "logisticPredictTribuo", "ns"),
            new Figure("logistic-limit", "logisticPredict", "look-ups", "logisticLookUp", "ns"),
            new Figure("logistic-score", "logisticScore", "hand", "logisticScoreHand", "ns"),
            new Figure("xgboost-predict", "xgboostPredict", "tribuo", "xgboostPredictTribuo", "ns"),
            new Figure("xgboost-score", "xgboostScore", "xgboost4j", "xgboostScoreXgboost4j", "ns"),
            new Figure("xgboost-score", "xgboostScore", "hand", "xgboostScoreHand", "ns"),
            new Figure("xgboost-batch", "xgboostBatch", "xgboost4j", "xgboostBatchXgboost4j", "ms"),
            new Figure("logistic-predict-bytes", "logisticPredict", Figure.NONE, "", "B"),
            new Figure("logistic-score-bytes", "logisticScore", Figure.NONE, "", "B"),
            new Figure("xgboost-predict-bytes", "xgboostPredict", Figure.NONE, "", "B"),
            new Figure("xgboost-score-bytes", "xgboostScore", Figure.NONE, "", "B"));

    private final Census census = new Census();
    private final Person[] people = census.people();
    private int next;

    private final Predictor<Person, Classification> logistic = census.open(census.logistic());
    private final SingleScorer<Person> logisticScorer = logistic.singleScorer();
    private final TribuoPeer logisticTribuo = new TribuoPeer(census.logistic());
    private final HandLogistic logisticHand = new HandLogistic(census.logistic());

    private final Predictor<Person, Classification> xgboost = census.open(census.xgboost());
    private final SingleScorer<Person> xgboostScorer = xgboost.singleScorer();
    private final TribuoPeer xgboostTribuo = new TribuoPeer(census.xgboost());
    private final XgboostPeer xgboost4j = new XgboostPeer(census.xgboost(), census.testPeople());
    private final HandTrees xgboostHand = new HandTrees(census.xgboost());
    private final double[] batchScores = new double[census.testRows().size() * 2];

    /**
     * Sees to it that all sides give the same answers.
     *
     * @throws XGBoostError if the native library fails
     */
    @Setup
    public void compare() throws XGBoostError {
        SameAnswers.require(people, logisticScorer::score, logisticHand::score, 1e-12);
        SameAnswers.require(people, logisticScorer::score, logisticTribuo::score, 1e-12);
        SameAnswers.require(people, xgboostScorer::score, xgboostHand::score, 3e-6);
        SameAnswers.require(people, xgboostScorer::score, xgboostTribuo::score, 3e-6);
        SameAnswers.require(people, xgboostScorer::score, xgboost4j::score, 3e-6);
        xgboostScorer.score(census.testRows(), batchScores);
        SameAnswers.require(batchScores, xgboost4j.scoreAll(), 3e-6);
    }

    /** Releases what is native. */
    @TearDown
    public void close() {
        logistic.close();
        xgboost.close();
        xgboost4j.close();
    }

    private Person person() {
        next = (next + 1) & (Census.PEOPLE - 1);
        return people[next];
    }

    /** Ours. */
    @Benchmark
    public Classification logisticPredict() {
        return logistic.predict(person());
    }

    /** Tribuo: make an example, predict it. */
    @Benchmark
    public Object logisticPredictTribuo() {
        return logisticTribuo.predict(person());
    }

    /** Ours. */
    @Benchmark
    public double logisticScore() {
        return logisticScorer.score(person());
    }

    /** Written by hand. */
    @Benchmark
    public double logisticScoreHand() {
        return logisticHand.score(person());
    }

    /** The eight look-ups of categories by hand, and nothing else: a part of every answer. */
    @Benchmark
    public int logisticLookUp() {
        return logisticHand.lookUp(person());
    }

    /** Ours. */
    @Benchmark
    public Classification xgboostPredict() {
        return xgboost.predict(person());
    }

    /** Tribuo: make an example, predict it with one thread. */
    @Benchmark
    public Object xgboostPredictTribuo() {
        return xgboostTribuo.predict(person());
    }

    /** Ours. */
    @Benchmark
    public double xgboostScore() {
        return xgboostScorer.score(person());
    }

    /** XGBoost4J: make a matrix of one row, predict it with one thread, dispose of it. */
    @Benchmark
    public double xgboostScoreXgboost4j() {
        return xgboost4j.score(person());
    }

    /** Written by hand. */
    @Benchmark
    public double xgboostScoreHand() {
        return xgboostHand.score(person());
    }

    /** Ours, all test rows in one thread. */
    @Benchmark
    public double[] xgboostBatch() {
        xgboostScorer.score(census.testRows(), batchScores);
        return batchScores;
    }

    /**
     * XGBoost4J, all test rows in one thread, from a new matrix.
     *
     * @return the scores
     * @throws XGBoostError if the native library fails
     */
    @Benchmark
    public float[][] xgboostBatchXgboost4j() throws XGBoostError {
        return xgboost4j.scoreAll();
    }
}
