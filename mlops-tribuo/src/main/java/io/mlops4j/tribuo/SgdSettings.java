package io.mlops4j.tribuo;

import java.util.Map;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * How a linear model is learned: AdaGrad, one row at a time, the rows shuffled for each epoch.
 *
 * @param epochs how often each row is looked at
 * @param learningRate the length of the first steps
 * @param seed decides the order of the rows
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan, Singer: Adaptive Subgradient Methods, 2011</a>
 */
record SgdSettings(int epochs, double learningRate, long seed) {

    static final SgdSettings DEFAULT = new SgdSettings(5, 0.1, 42);

    /** Keeps the first steps short while little is known of a feature. */
    private static final double EPSILON = 0.1;

    private static final int MOST_EPOCHS = 10_000;
    private static final long GREATEST_SEED = 1L << 53;

    SgdSettings {
        Bounds.integer("epochs", epochs, 1, MOST_EPOCHS);
        Bounds.above("learningRate", learningRate, 0);
        Bounds.seed(seed, GREATEST_SEED);
    }

    SgdSettings withEpochs(int count) {
        return new SgdSettings(count, learningRate, seed);
    }

    SgdSettings withLearningRate(double rate) {
        return new SgdSettings(epochs, rate, seed);
    }

    SgdSettings withSeed(long number) {
        return new SgdSettings(epochs, learningRate, number);
    }

    StochasticGradientOptimiser optimiser() {
        return new AdaGrad(learningRate, EPSILON);
    }

    Map<String, Object> parameters() {
        return Map.of(
                "optimiser",
                "adagrad",
                "epsilon",
                EPSILON,
                "epochs",
                epochs,
                "learningRate",
                learningRate,
                "seed",
                seed);
    }
}
