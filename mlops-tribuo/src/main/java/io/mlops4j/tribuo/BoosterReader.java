package io.mlops4j.tribuo;

import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the trees out of a booster's bytes, and checks on the way all that XGBoost's own loader trusts; an
 * {@link IllegalArgumentException} says what is wrong.
 *
 * @see <a href="https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html">Introduction to Model IO</a>
 */
final class BoosterReader {

    /** How near to 0 or 1 XGBoost lets a mean of classes come. */
    private static final float NEAREST = 1e-6f;

    private BoosterReader() {}

    static TreeEnsemble read(byte[] booster, Outputs<?> outputs, FeatureOrder order) {
        BoosterNode root = BoosterNode.root(UniversalBinaryJson.read(booster));
        root.requireKeys("learner", "version");
        root.require(root.integers("version").length == 3, "the version has not three parts");
        BoosterNode learner = root.object("learner");
        learner.requireKeys(
                "attributes", "feature_names", "feature_types", "gradient_booster", "learner_model_param", "objective");
        learner.object("attributes").requireKeys();
        learner.requireEmpty("feature_names");
        learner.requireEmpty("feature_types");
        requireObjective(learner.object("objective"), outputs);
        BoosterNode parameters = learner.object("learner_model_param");
        parameters.requireKeys("base_score", "boost_from_average", "num_class", "num_feature", "num_target");
        parameters.require("boost_from_average", "1");
        parameters.require("num_feature", Integer.toString(order.size()));
        parameters.require("num_class", Integer.toString(outputs.treeMargins() == 1 ? 0 : outputs.treeMargins()));
        parameters.require("num_target", "1");
        BoosterNode gradientBooster = learner.object("gradient_booster");
        gradientBooster.requireKeys("model", "name");
        gradientBooster.require("name", "gbtree");
        List<Tree> trees = trees(gradientBooster.object("model"), outputs, order);
        return new TreeEnsemble(order.size(), trees, bases(parameters, outputs), outputs.treeLink());
    }

    private static void requireObjective(BoosterNode objective, Outputs<?> outputs) {
        objective.require("name", outputs.objective());
        if (outputs.treeLink() == Link.SOFTMAX) {
            objective.requireKeys("name", "softmax_multiclass_param");
            BoosterNode parameters = objective.object("softmax_multiclass_param");
            parameters.requireKeys("num_class");
            parameters.require("num_class", Integer.toString(outputs.size()));
        } else {
            objective.requireKeys("name", "reg_loss_param");
            BoosterNode parameters = objective.object("reg_loss_param");
            parameters.requireKeys("scale_pos_weight");
            parameters.require("scale_pos_weight", "1");
        }
    }

    /** One number or as many as margins, in brackets; for {@code binary:logistic} a probability, else margins. */
    private static float[] bases(BoosterNode parameters, Outputs<?> outputs) {
        String text = parameters.text("base_score");
        parameters.require(text.startsWith("[") && text.endsWith("]"), "'base_score' is no list");
        String[] numbers = text.substring(1, text.length() - 1).split(",", -1);
        parameters.require(
                numbers.length == outputs.treeMargins() || numbers.length == 1,
                "'base_score' has not a number a margin");
        float[] bases = new float[outputs.treeMargins()];
        for (int margin = 0; margin < bases.length; margin++) {
            float base = Float.parseFloat(numbers[numbers.length == 1 ? 0 : margin]);
            parameters.require(Float.isFinite(base), "'base_score' is not finite");
            bases[margin] = outputs.treeLink() == Link.LOGISTIC ? logit(base) : base;
        }
        return bases;
    }

    /** As XGBoost does it, in single precision. */
    private static float logit(float probability) {
        float within = Math.max(NEAREST, Math.min(probability, 1 - NEAREST));
        return (float) -StrictMath.log(1 / within - 1);
    }

    private static List<Tree> trees(BoosterNode model, Outputs<?> outputs, FeatureOrder order) {
        model.requireKeys("cats", "gbtree_model_param", "iteration_indptr", "tree_info", "trees");
        List<BoosterNode> nodes = model.objects("trees");
        BoosterNode parameters = model.object("gbtree_model_param");
        parameters.requireKeys("num_parallel_tree", "num_trees");
        parameters.require("num_trees", Integer.toString(nodes.size()));
        parameters.require("num_parallel_tree", "1");
        BoosterNode categories = model.object("cats");
        categories.requireKeys("enc", "feature_segments", "sorted_idx");
        categories.requireEmpty("enc");
        categories.requireEmpty("feature_segments");
        categories.requireEmpty("sorted_idx");
        int[] margins = model.integers("tree_info");
        int[] rounds = model.integers("iteration_indptr");
        int perRound = outputs.treeMargins();
        model.require(
                margins.length == nodes.size() && nodes.size() == (rounds.length - 1) * perRound,
                "the rounds do not have " + perRound + " trees each");
        for (int round = 0; round < rounds.length; round++) {
            model.require(rounds[round] == round * perRound, "the rounds do not have " + perRound + " trees each");
        }
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < margins.length; i++) {
            model.require(margins[i] == i % perRound, "a tree belongs to another margin than it should");
            trees.add(new TreeReader(nodes.get(i), order).read(margins[i]));
        }
        return trees;
    }
}
