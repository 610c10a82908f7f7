package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.train.LinearModel;
import java.util.Arrays;
import java.util.List;

/**
 * A sum: a number counts its weight times its mapped value, a category one entry of a table in which the maps and the
 * weights are already multiplied out. An entry that is NaN has to be computed from the row.
 */
final class LinearPlan implements Plan {

    private final double[] intercepts;
    private final double[][] featureWeights;
    private final NumericColumns numbers;
    private final PreparedColumn[] categories;
    /** Of each margin and column, the sum of each code. */
    private final double[][][] tables;

    private final PreparedColumn[] interpreted;
    /** One a margin; none if no row is as usual, because something has to be interpreted in each. */
    private final UsualSum[] sums;
    /** The same where the columns of the rows stand; none as long as that is not known. */
    private final UsualSum[] usual;

    private LinearPlan(LinearPlan same, InputLayout layout) {
        this.featureWeights = same.featureWeights;
        this.intercepts = same.intercepts;
        this.numbers = same.numbers;
        this.categories = same.categories;
        this.tables = same.tables;
        this.interpreted = same.interpreted;
        this.sums = same.sums;
        this.usual = Arrays.stream(sums).map(sum -> sum.at(layout)).toArray(UsualSum[]::new);
    }

    LinearPlan(Preparation preparation, LinearModel model) {
        this.featureWeights = MarginWeights.of(model);
        this.intercepts = MarginWeights.intercepts(model);
        this.numbers = new NumericColumns(preparation, feature -> true);
        this.categories = preparation.categories().toArray(PreparedColumn[]::new);
        this.interpreted = preparation.interpreted().toArray(PreparedColumn[]::new);
        List<CategoryFeatures> known =
                Arrays.stream(categories).map(CategoryFeatures::new).toList();
        this.tables = new double[intercepts.length][][];
        this.sums = new UsualSum[interpreted.length == 0 ? intercepts.length : 0];
        this.usual = new UsualSum[0];
        for (int margin = 0; margin < intercepts.length; margin++) {
            double[] weights = featureWeights[margin];
            tables[margin] =
                    known.stream().map(column -> table(column, weights)).toArray(double[][]::new);
            if (margin < sums.length) {
                sums[margin] = new UsualSum(intercepts[margin], weights, numbers, tables[margin]);
            }
        }
    }

    private static double[] table(CategoryFeatures known, double[] weights) {
        double[] table = new double[known.size()];
        for (int code = 0; code < table.length; code++) {
            int[] features = known.features(code);
            double[] values = known.values(code);
            table[code] =
                    features == null || values == null ? Double.NaN : sum(weights, features, values, values.length);
        }
        return table;
    }

    private static double sum(double[] weights, int[] features, double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[features[i]] * values[i];
        }
        return sum;
    }

    @Override
    public Plan at(InputLayout layout) {
        return new LinearPlan(this, layout);
    }

    @Override
    public Workspace workspace() {
        return new Workspace(intercepts.length, 0, 0);
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

    private boolean isUsual(RowBuffer row, Workspace work) {
        for (int margin = 0; margin < usual.length; margin++) {
            double sum = usual[margin].of(row, work);
            if (Double.isNaN(sum)) {
                return false;
            }
            work.margins[margin] = sum;
        }
        return usual.length > 0;
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
            if (Double.isNaN(tables[0][i][code])) {
                interpret(categories[i], row, work);
                continue;
            }
            for (int margin = 0; margin < margins.length; margin++) {
                margins[margin] += tables[margin][i][code];
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
