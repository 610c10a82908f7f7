package io.mlops4j.tribuo;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.Arrays;

/** Evaluates flat arrays as their documentation says, as slowly as it takes to be obvious. */
final class Walker {

    private Walker() {}

    static double[] score(ModelForm form, Dataset rows, FeatureSpace space) {
        int outputs = form.link() == Link.LOGISTIC ? 2 : form.margins();
        double[] scores = new double[rows.size() * outputs];
        for (int row = 0; row < rows.size(); row++) {
            double[] margins = margins(form, features(rows, space, row));
            System.arraycopy(linked(form.link(), margins), 0, scores, row * outputs, outputs);
        }
        return scores;
    }

    /** The features of a row, NaN where it has none. */
    private static double[] features(Dataset rows, FeatureSpace space, int row) {
        double[] features = new double[space.size()];
        Arrays.fill(features, Double.NaN);
        for (FeatureSpace.Block block : space.blocks()) {
            if (rows.values(block.column()) instanceof SparseValues sparse) {
                sparse.forEach(row, (feature, value) -> features[block.offset() + feature] = value);
            } else {
                features[block.offset()] = ((NumericValues) rows.values(block.column())).get(row);
            }
        }
        return features;
    }

    private static double[] margins(ModelForm form, double[] features) {
        return form instanceof LinearModel linear
                ? linearMargins(linear, features)
                : treeMargins((TreeEnsemble) form, features);
    }

    private static double[] linearMargins(LinearModel model, double[] features) {
        double[] margins = new double[model.margins()];
        for (int margin = 0; margin < margins.length; margin++) {
            for (int feature = 0; feature < features.length; feature++) {
                if (!Double.isNaN(features[feature])) {
                    margins[margin] += model.weight(margin, feature) * features[feature];
                }
            }
            margins[margin] += model.intercept(margin);
        }
        return margins;
    }

    private static double[] treeMargins(TreeEnsemble model, double[] features) {
        float[] margins = new float[model.margins()];
        for (int margin = 0; margin < margins.length; margin++) {
            margins[margin] = model.base(margin);
        }
        for (Tree tree : model.trees()) {
            int node = 0;
            while (!tree.isLeaf(node)) {
                float value = (float) features[tree.feature(node)];
                boolean left = Float.isNaN(value) ? tree.defaultLeft(node) : value < tree.threshold(node);
                node = left ? tree.left(node) : tree.right(node);
            }
            margins[tree.margin()] += tree.value(node);
        }
        double[] wide = new double[margins.length];
        Arrays.setAll(wide, margin -> margins[margin]);
        return wide;
    }

    private static double[] linked(Link link, double[] margins) {
        return switch (link) {
            case IDENTITY -> margins;
            case LOGISTIC -> {
                double second = 1 / (1 + Math.exp(-margins[0]));
                yield new double[] {1 - second, second};
            }
            case SOFTMAX -> {
                double greatest = Arrays.stream(margins).max().orElseThrow();
                double[] exponentials = Arrays.stream(margins)
                        .map(margin -> Math.exp(margin - greatest))
                        .toArray();
                double sum = Arrays.stream(exponentials).sum();
                yield Arrays.stream(exponentials).map(each -> each / sum).toArray();
            }
        };
    }
}
