package io.mlops4j.tribuo;

import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.math.la.DenseMatrix;

/**
 * Learns one margin a class, whose softmax are the probabilities, by stochastic gradient descent on the logistic loss.
 *
 * <p>Features should be of like size, for example by {@code standardize(numeric())}, and may not be missing. A value: safe for
 * use by many threads; every method gives another trainer.
 */
public final class LogisticRegression implements Trainer<Classification> {

    private static final FeatureCheck FEATURES = new FeatureCheck("logistic regression", false);

    private final SgdSettings settings;

    LogisticRegression(SgdSettings settings) {
        this.settings = settings;
    }

    /**
     * How often each row is looked at.
     *
     * @param epochs from 1 to 10000; 5 unless said
     * @return such a trainer
     */
    public LogisticRegression epochs(int epochs) {
        return new LogisticRegression(settings.withEpochs(epochs));
    }

    /**
     * How long the first steps are.
     *
     * @param learningRate above 0; 0.1 unless said
     * @return such a trainer
     */
    public LogisticRegression learningRate(double learningRate) {
        return new LogisticRegression(settings.withLearningRate(learningRate));
    }

    /**
     * Decides the order in which rows are looked at.
     *
     * @param seed from 0 to 2^53; 42 unless said
     * @return such a trainer
     */
    public LogisticRegression seed(long seed) {
        return new LogisticRegression(settings.withSeed(seed));
    }

    @Override
    public String name() {
        return "tribuo.logistic-regression";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.parameters();
    }

    @Override
    public void check(Schema prepared, Target<?> target) {
        Task.CLASSIFICATION.require(FEATURES.algorithm(), target);
        FEATURES.require(prepared);
    }

    @Override
    public TrainedModel train(TrainingSet rows, Progress progress) {
        ClassTruth truth = Task.classes(rows.truth());
        LabelOutputs outputs = new LabelOutputs(truth.classes().names());
        LinearTraining<Label> training = new LinearTraining<>(FEATURES.algorithm(), rows, outputs);
        // a fresh trainer each time: Tribuo's counts its calls and goes on with its random numbers
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new StrictLogistic(new EpochProgress(truth.size(), settings.epochs(), progress)),
                settings.optimiser(),
                settings.epochs(),
                -1,
                1,
                settings.seed());
        DenseMatrix weights = trainer.train(training.examples(row -> outputs.label(truth.code(row))))
                .getWeightsCopy();
        return training.model(weights);
    }
}
