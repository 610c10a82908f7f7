package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.train.LinearModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A sum: a number counts its weight times its mapped value, a category what {@link CategorySums} has for it. Where that is
 * NaN, it has to be computed from the row.
 */
final class LinearPlan implements Plan {

    private final double[] intercepts;
    private final double[][] featureWeights;
    private final NumericColumns numbers;
    private final PreparedColumn[] categories;
    /** One a margin. */
    private final CategorySums[] ofCategories;

    private final PreparedColumn[] interpreted;

    LinearPlan(Preparation preparation, LinearModel model) {
        this.featureWeights = MarginWeights.of(model);
        this.intercepts = MarginWeights.intercepts(model);
        this.numbers = new NumericColumns(preparation, feature -> true);
        this.categories = preparation.categories().toArray(PreparedColumn[]::new);
        this.interpreted = preparation.interpreted().toArray(PreparedColumn[]::new);
        List<CategoryFeatures> known =
                Arrays.stream(categories).map(CategoryFeatures::new).toList();
        this.ofCategories = Arrays.stream(featureWeights)
                .map(weights -> new CategorySums(known, weights))
                .toArray(CategorySums[]::new);
    }

    @Override
    public Supplier<Workspace> workspaces(InputLayout layout) {
        // no row is as usual if something has to be interpreted in each
        UsualSum[] usual = new UsualSum[interpreted.length == 0 ? intercepts.length : 0];
        for (int margin = 0; margin < usual.length; margin++) {
            usual[margin] =
                    new UsualSum(intercepts[margin], featureWeights[margin], numbers, ofCategories[margin], layout);
        }
        return () -> new Workspace(intercepts.length, usual);
    }

    @Override
    public void margins(InputRow row, Workspace work) {
        if (!isUsual(row.buffer(), work)) {
            row.check();
            sumUp(row, work);
        } else if (work.signs < 0) {
            row.checkCategories();
        }
    }

    private static boolean isUsual(RowBuffer row, Workspace work) {
        for (int margin = 0; margin < work.usual.length; margin++) {
            double sum = work.usual[margin].of(row, work);
            if (!(Math.abs(sum) <= Double.MAX_VALUE)) {
                return false;
            }
            work.margins[margin] = sum;
        }
        return work.usual.length > 0;
    }

    /** The sum of any row, without what is absent, and with what no table has. */
    private void sumUp(InputRow row, Workspace work) {
        double[] margins = work.margins;
        System.arraycopy(intercepts, 0, margins, 0, margins.length);
        for (int column = 0; column < numbers.size(); column++) {
            double number = row.sameNumber(column);
            for (NumericFeature feature : numbers.features(column)) {
                double value = feature.value(number);
                add(feature.feature(), Double.isNaN(value) ? 0 : value, margins);
            }
        }
        for (int i = 0; i < categories.length; i++) {
            int code = row.sameCode(i);
            if (Double.isNaN(ofCategories[0].of(i, code))) {
                interpret(categories[i], row, work);
                continue;
            }
            for (int margin = 0; margin < margins.length; margin++) {
                margins[margin] += ofCategories[margin].of(i, code);
            }
        }
        for (PreparedColumn column : interpreted) {
            interpret(column, row, work);
        }
    }

    private void interpret(PreparedColumn column, InputRow row, Workspace work) {
        FeatureList features = work.features;
        features.clear();
        column.evaluate(row, features);
        for (int i = 0; i < features.size(); i++) {
            add(features.feature(i), features.value(i), work.margins);
        }
    }

    private void add(int feature, double value, double[] margins) {
        for (int margin = 0; margin < margins.length; margin++) {
            margins[margin] += featureWeights[margin][feature] * value;
        }
    }

    @Override
    public String describe() {
        return "linear: " + numbers.features.length + " numbers, " + categories.length + " tables"
                + (interpreted.length == 0 ? "" : ", " + interpreted.length + " interpreted columns")
                + (intercepts.length == 1 ? "" : ", " + intercepts.length + " margins");
    }
}
