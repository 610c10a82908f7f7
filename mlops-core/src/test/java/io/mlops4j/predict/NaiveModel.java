package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.Arrays;
import java.util.List;

/** The same model as plainly as it can be written: the steps over data sets, a dense array, one tree after the other. */
final class NaiveModel {

    private NaiveModel() {}

    static double[] score(Dataset rows, List<? extends FittedPreprocessor> steps, FeatureSpace space, ModelForm form) {
        Dataset prepared = rows;
        for (FittedPreprocessor step : steps) {
            prepared = step.transform(prepared);
        }
        int outputs = form.link() == Link.IDENTITY ? 1 : Math.max(2, form.margins());
        double[] scores = new double[rows.size() * outputs];
        for (int row = 0; row < rows.size(); row++) {
            double[] margins = margins(features(prepared, space, row), form);
            System.arraycopy(answer(margins, form.link()), 0, scores, row * outputs, outputs);
        }
        return scores;
    }

    static double[] features(Dataset prepared, FeatureSpace space, int row) {
        double[] features = new double[space.size()];
        Arrays.fill(features, Double.NaN);
        for (FeatureSpace.Block block : space.blocks()) {
            if (prepared.values(block.column()) instanceof SparseValues sparse) {
                sparse.forEach(row, (feature, value) -> features[block.offset() + feature] = value);
            } else {
                features[block.offset()] = ((NumericValues) prepared.values(block.column())).get(row);
            }
        }
        return features;
    }

    static double[] margins(double[] features, ModelForm form) {
        double[] margins = new double[form.margins()];
        if (form instanceof LinearModel linear) {
            for (int margin = 0; margin < margins.length; margin++) {
                margins[margin] = linear.intercept(margin);
                for (int feature = 0; feature < features.length; feature++) {
                    margins[margin] +=
                            Double.isNaN(features[feature]) ? 0 : linear.weight(margin, feature) * features[feature];
                }
            }
        } else if (form instanceof TreeEnsemble ensemble) {
            for (int margin = 0; margin < margins.length; margin++) {
                margins[margin] = ensemble.base(margin);
            }
            for (Tree tree : ensemble.trees()) {
                margins[tree.margin()] += tree.value(leaf(tree, features));
            }
        }
        return margins;
    }

    private static int leaf(Tree tree, double[] features) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            double x = features[tree.feature(node)];
            boolean left = Double.isNaN(x) ? tree.defaultLeft(node) : (float) x < tree.threshold(node);
            node = left ? tree.left(node) : tree.right(node);
        }
        return node;
    }

    private static double[] answer(double[] margins, Link link) {
        return switch (link) {
            case IDENTITY -> margins;
            case LOGISTIC -> {
                double second = 1 / (1 + Math.exp(-margins[0]));
                yield new double[] {1 - second, second};
            }
            case SOFTMAX -> {
                double largest = Arrays.stream(margins).max().orElseThrow();
                double[] exponentials = Arrays.stream(margins)
                        .map(margin -> Math.exp(margin - largest))
                        .toArray();
                double sum = Arrays.stream(exponentials).sum();
                yield Arrays.stream(exponentials)
                        .map(exponential -> exponential / sum)
                        .toArray();
            }
        };
    }
}
