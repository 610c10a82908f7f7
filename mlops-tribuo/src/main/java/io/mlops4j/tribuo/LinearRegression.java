package io.mlops4j.tribuo;

import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;

/**
 * Learns a weight a feature and an intercept by stochastic gradient descent on the squared error.
 *
 * <p>Features should be of like size, for example by {@code standardize(numeric())}, and may not be missing. The target may
 * have any unit: it is learned in standard deviations from its mean, and the weights are given in its own. A value: safe for
 * use by many threads; every method gives another trainer.
 */
public final class LinearRegression implements Trainer<Regression> {

    private static final FeatureCheck FEATURES = new FeatureCheck("linear regression", false);

    private final SgdSettings settings;

    LinearRegression(SgdSettings settings) {
        this.settings = settings;
    }

    /**
     * How often each row is looked at.
     *
     * @param epochs from 1 to 10000; 5 unless said
     * @return such a trainer
     */
    public LinearRegression epochs(int epochs) {
        return new LinearRegression(settings.withEpochs(epochs));
    }

    /**
     * How long the first steps are, in standard deviations of the target.
     *
     * @param learningRate above 0; 0.1 unless said
     * @return such a trainer
     */
    public LinearRegression learningRate(double learningRate) {
        return new LinearRegression(settings.withLearningRate(learningRate));
    }

    /**
     * Decides the order in which rows are looked at.
     *
     * @param seed from 0 to 2^53; 42 unless said
     * @return such a trainer
     */
    public LinearRegression seed(long seed) {
        return new LinearRegression(settings.withSeed(seed));
    }

    @Override
    public String name() {
        return "tribuo.linear-regression";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.parameters();
    }

    @Override
    public void check(Schema prepared, Target<?> target) {
        Task.REGRESSION.require(FEATURES.algorithm(), target);
        FEATURES.require(prepared);
    }

    @Override
    public TrainedModel train(TrainingSet rows, Progress progress) {
        NumberTruth truth = Task.numbers(rows.truth());
        ValueOutputs outputs = new ValueOutputs();
        LinearTraining<Regressor> training = new LinearTraining<>(FEATURES.algorithm(), rows, outputs);
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new CountedSquares(new EpochProgress(truth.size(), settings.epochs(), progress)),
                settings.optimiser(),
                settings.epochs(),
                -1,
                1,
                settings.seed());
        TargetScale scale = TargetScale.of(truth, Weights.of(rows));
        DenseMatrix weights = trainer.train(training.examples(row -> outputs.value(scale.scaled(truth.value(row)))))
                .getWeightsCopy();
        return training.model(scale.unscaled(weights));
    }
}
