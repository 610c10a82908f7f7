package io.mlops4j.tribuo;

import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of XGBoost. A trainer never changes its own; it changes a copy and gives that to another trainer.
 *
 * @see <a href="https://xgboost.readthedocs.io/en/stable/parameter.html">XGBoost Parameters</a>
 */
final class XgboostSettings {

    int rounds = 100;
    int depth = 6;
    double learningRate = 0.3;
    double minChildWeight = 1;
    double subsample = 1;
    double columnSample = 1;
    double lambda = 1;
    double alpha;
    double gamma;
    TreeMethod treeMethod = TreeMethod.HIST;
    int threads = 1;
    long seed = 42;

    XgboostSettings() {}

    XgboostSettings(XgboostSettings other) {
        rounds = other.rounds;
        depth = other.depth;
        learningRate = other.learningRate;
        minChildWeight = other.minChildWeight;
        subsample = other.subsample;
        columnSample = other.columnSample;
        lambda = other.lambda;
        alpha = other.alpha;
        gamma = other.gamma;
        treeMethod = other.treeMethod;
        threads = other.threads;
        seed = other.seed;
    }

    Map<String, Object> parameters() {
        return Map.ofEntries(
                Map.entry("rounds", rounds),
                Map.entry("depth", depth),
                Map.entry("learningRate", learningRate),
                Map.entry("minChildWeight", minChildWeight),
                Map.entry("subsample", subsample),
                Map.entry("columnSample", columnSample),
                Map.entry("lambda", lambda),
                Map.entry("alpha", alpha),
                Map.entry("gamma", gamma),
                Map.entry("treeMethod", treeMethod.text()),
                Map.entry("seed", seed));
    }

    /** The same in XGBoost's words, with nothing left to its defaults, which change from version to version. */
    Map<String, Object> nativeParameters(Outputs<?> outputs) {
        Map<String, Object> words = new HashMap<>();
        words.put("objective", outputs.objective());
        if (outputs.treeMargins() > 1) {
            words.put("num_class", outputs.treeMargins());
        }
        words.put("booster", "gbtree");
        words.put("device", "cpu");
        words.put("max_depth", depth);
        words.put("eta", learningRate);
        words.put("min_child_weight", minChildWeight);
        words.put("subsample", subsample);
        words.put("colsample_bytree", columnSample);
        words.put("lambda", lambda);
        words.put("alpha", alpha);
        words.put("gamma", gamma);
        words.put("tree_method", treeMethod.text());
        words.put("nthread", threads);
        words.put("seed", seed);
        words.put("verbosity", 0);
        return words;
    }
}
