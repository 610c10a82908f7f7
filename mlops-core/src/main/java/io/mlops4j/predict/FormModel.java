package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.Arrays;
import java.util.Optional;

/**
 * Flat arrays for rows that are prepared already: for a preparation with a step that cannot be taken apart into columns, so
 * that nothing can be fused. Immutable and safe for use by many threads.
 */
public final class FormModel implements OpenModel {

    /** Computes margins of features; NaN stands for one that is absent. */
    private interface Margins {
        void of(double[] features, double[] margins);
    }

    private final FeatureSpace space;
    private final Margins margins;
    private final int size;
    private final Answer answer;

    /**
     * A model.
     *
     * @param space the features after the preparation
     * @param form the flat arrays
     * @param classes the classes, or empty for a regression
     * @throws UnsupportedModelException if the parts do not belong together
     */
    public FormModel(FeatureSpace space, ModelForm form, Optional<Classes> classes) {
        if (space.size() != form.features()) {
            throw new UnsupportedModelException("The preparation gives " + space.size() + " features, the model reads "
                    + form.features() + ". The bundle was put together from parts that do not belong together.");
        }
        this.space = space;
        this.size = form.margins();
        this.margins = form instanceof LinearModel linear ? linear(linear) : trees((TreeEnsemble) form);
        this.answer = Answer.of(form, classes);
    }

    private static Margins linear(LinearModel model) {
        double[][] weights = MarginWeights.of(model);
        double[] intercepts = MarginWeights.intercepts(model);
        return (features, margins) -> {
            for (int margin = 0; margin < intercepts.length; margin++) {
                double sum = intercepts[margin];
                for (int feature = 0; feature < features.length; feature++) {
                    if (!Double.isNaN(features[feature])) {
                        sum += weights[margin][feature] * features[feature];
                    }
                }
                margins[margin] = sum;
            }
        };
    }

    private static Margins trees(TreeEnsemble ensemble) {
        EnsembleShape shape = new EnsembleShape(ensemble);
        return (features, margins) -> {
            long[] sums = shape.bases();
            for (Tree tree : ensemble.trees()) {
                sums[shape.margin(tree)] += shape.leaf(tree, leaf(tree, features));
            }
            for (int margin = 0; margin < sums.length; margin++) {
                margins[margin] = shape.margin(sums[margin]);
            }
        };
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

    @Override
    public double[] score(Dataset prepared) {
        double[] scores = new double[prepared.size() * answer.outputs()];
        double[] features = new double[space.size()];
        double[] sums = new double[size];
        for (int row = 0; row < prepared.size(); row++) {
            read(prepared, row, features);
            margins.of(features, sums);
            answer.write(sums, scores, row * answer.outputs());
        }
        return scores;
    }

    private void read(Dataset prepared, int row, double[] features) {
        Arrays.fill(features, Double.NaN);
        for (FeatureSpace.Block block : space.blocks()) {
            Values values = prepared.values(block.column());
            if (block.sparse()
                    && values instanceof SparseValues sparse
                    && sparse.features().equals(block.names())) {
                sparse.forEach(row, (feature, value) -> features[block.offset() + feature] = value);
            } else if (!block.sparse() && values instanceof NumericValues numbers) {
                features[block.offset()] = numbers.get(row);
            } else {
                throw new UnsupportedModelException("The preparation of column '" + block.column()
                        + "' does not give the features that the model was trained on: " + block.names()
                        + ". A step that gives other columns for other rows cannot be used.");
            }
        }
    }

    /** Holds nothing but memory. */
    @Override
    public void close() {}
}
