package io.mlops4j.tribuo;

import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Learns gradient-boosted trees.
 *
 * <p>A feature may be missing: at each split, missing ones go to the side that lessens the loss most. Two classes take one tree a
 * round, more take one a class and round. A value: safe for use by many threads; every method gives another trainer.
 *
 * @param <Y> the kind of answer that its models give
 * @see <a href="https://arxiv.org/abs/1603.02754">Chen, Guestrin: XGBoost: A Scalable Tree Boosting System, 2016</a>
 */
public final class Xgboost<Y extends Prediction> implements Trainer<Y> {

    private static final FeatureCheck FEATURES = new FeatureCheck("XGBoost", true);
    private static final int MOST_ROUNDS = 10_000;
    private static final int GREATEST_DEPTH = 16;
    private static final int MOST_THREADS = 1024;

    private final Task task;
    private final XgboostSettings settings;

    Xgboost(Task task, XgboostSettings settings) {
        this.task = task;
        this.settings = settings;
    }

    private Xgboost<Y> with(Consumer<XgboostSettings> change) {
        XgboostSettings changed = new XgboostSettings(settings);
        change.accept(changed);
        return new Xgboost<>(task, changed);
    }

    /**
     * How many rounds of trees are added.
     *
     * @param rounds from 1 to 10000; 100 unless said
     * @return such a trainer
     */
    public Xgboost<Y> rounds(int rounds) {
        Bounds.integer("rounds", rounds, 1, MOST_ROUNDS);
        return with(copy -> copy.rounds = rounds);
    }

    /**
     * How many splits may lie between the root and a leaf. Trees of more than 64 leaves, so deeper than 6, are slower to score.
     *
     * @param depth from 1 to 16; 6 unless said
     * @return such a trainer
     */
    public Xgboost<Y> depth(int depth) {
        Bounds.integer("depth", depth, 1, GREATEST_DEPTH);
        return with(copy -> copy.depth = depth);
    }

    /**
     * How much of each tree is added.
     *
     * @param learningRate above 0 and at most 1; 0.3 unless said
     * @return such a trainer
     */
    public Xgboost<Y> learningRate(double learningRate) {
        Bounds.share("learningRate", learningRate);
        return with(copy -> copy.learningRate = learningRate);
    }

    /**
     * The least sum of the rows' second derivatives in a leaf; for a regression, the least weight of its rows.
     *
     * @param minChildWeight at least 0; 1 unless said
     * @return such a trainer
     */
    public Xgboost<Y> minChildWeight(double minChildWeight) {
        Bounds.atLeastZero("minChildWeight", minChildWeight);
        return with(copy -> copy.minChildWeight = minChildWeight);
    }

    /**
     * The share of the rows that each round looks at, drawn at random.
     *
     * @param subsample above 0 and at most 1; 1 unless said
     * @return such a trainer
     */
    public Xgboost<Y> subsample(double subsample) {
        Bounds.share("subsample", subsample);
        return with(copy -> copy.subsample = subsample);
    }

    /**
     * The share of the features that each tree looks at, drawn at random.
     *
     * @param columnSample above 0 and at most 1; 1 unless said
     * @return such a trainer
     */
    public Xgboost<Y> columnSample(double columnSample) {
        Bounds.share("columnSample", columnSample);
        return with(copy -> copy.columnSample = columnSample);
    }

    /**
     * Pulls the leaves' values towards 0 by their squares.
     *
     * @param lambda at least 0; 1 unless said
     * @return such a trainer
     */
    public Xgboost<Y> lambda(double lambda) {
        Bounds.atLeastZero("lambda", lambda);
        return with(copy -> copy.lambda = lambda);
    }

    /**
     * Pulls the leaves' values towards 0 by their sizes.
     *
     * @param alpha at least 0; 0 unless said
     * @return such a trainer
     */
    public Xgboost<Y> alpha(double alpha) {
        Bounds.atLeastZero("alpha", alpha);
        return with(copy -> copy.alpha = alpha);
    }

    /**
     * By how much a split has to lessen the loss.
     *
     * @param gamma at least 0; 0 unless said
     * @return such a trainer
     */
    public Xgboost<Y> gamma(double gamma) {
        Bounds.atLeastZero("gamma", gamma);
        return with(copy -> copy.gamma = gamma);
    }

    /**
     * How the best split is looked for.
     *
     * @param treeMethod the method; {@link TreeMethod#HIST} unless said
     * @return such a trainer
     */
    public Xgboost<Y> treeMethod(TreeMethod treeMethod) {
        return with(copy -> copy.treeMethod = treeMethod);
    }

    /**
     * How many threads train. The model is the same for any number. On a busy machine one is best: XGBoost's threads spin while
     * they wait for each other.
     *
     * @param threads from 1 to 1024; 1 unless said
     * @return such a trainer
     */
    public Xgboost<Y> threads(int threads) {
        Bounds.integer("threads", threads, 1, MOST_THREADS);
        return with(copy -> copy.threads = threads);
    }

    /**
     * Decides what {@link #subsample} and {@link #columnSample} draw.
     *
     * @param seed from 0 to 2147483647; 42 unless said
     * @return such a trainer
     */
    public Xgboost<Y> seed(long seed) {
        Bounds.seed(seed, Integer.MAX_VALUE);
        return with(copy -> copy.seed = seed);
    }

    @Override
    public String name() {
        return "tribuo.xgboost";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.parameters();
    }

    @Override
    public Map<String, Object> execution() {
        return Map.of("threads", settings.threads);
    }

    @Override
    public void check(Schema prepared, Target<?> target) {
        task.require(FEATURES.algorithm(), target);
        FEATURES.require(prepared);
    }

    @Override
    public TrainedModel train(TrainingSet rows, Progress progress) {
        return XgboostTraining.of(task, rows, settings).run(progress);
    }
}
