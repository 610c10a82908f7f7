package io.mlops4j.predict;

import io.mlops4j.api.train.LinearModel;

/**
 * A sum: a number counts its weight times its mapped value, a category one entry of a table in which the maps and the
 * weights are already multiplied out. An entry that is NaN has to be computed from the row.
 */
final class LinearPlan implements Plan {

    private final double[] intercepts;
    private final double[][] featureWeights;
    private final NumericFeature[] numbers;
    private final int[] ends;
    /** Of each number in turn, its weight for each margin. */
    private final double[] weights;

    private final PreparedColumn[] categories;
    /** Of each column, code after code, its sum for each margin. */
    private final double[][] tables;

    private final PreparedColumn[] interpreted;

    LinearPlan(Preparation preparation, LinearModel model) {
        this.featureWeights = MarginWeights.of(model);
        this.intercepts = MarginWeights.intercepts(model);
        NumericColumns columns = new NumericColumns(preparation, feature -> true);
        this.numbers = columns.features;
        this.ends = columns.ends;
        this.categories = preparation.categories().toArray(PreparedColumn[]::new);
        this.interpreted = preparation.interpreted().toArray(PreparedColumn[]::new);
        int margins = intercepts.length;
        this.weights = new double[numbers.length * margins];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = featureWeights[i % margins][numbers[i / margins].feature()];
        }
        this.tables = preparation.categories().stream().map(this::table).toArray(double[][]::new);
    }

    private double[] table(PreparedColumn column) {
        CategoryFeatures known = new CategoryFeatures(column);
        int margins = intercepts.length;
        double[] table = new double[known.size() * margins];
        for (int code = 0; code < known.size(); code++) {
            int[] features = known.features(code);
            double[] values = known.values(code);
            for (int margin = 0; margin < margins; margin++) {
                table[code * margins + margin] = features == null || values == null
                        ? Double.NaN
                        : sum(featureWeights[margin], features, values, values.length);
            }
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
    public Workspace workspace() {
        return new Workspace(intercepts.length, 0, 0, 0);
    }

    @Override
    public void margins(InputRow row, Workspace work) {
        if (interpreted.length > 0 || intercepts.length > 1) {
            row.check();
            sumUp(row, work);
            return;
        }
        double margin = fastMargin(row);
        if (Double.isNaN(margin)) {
            sumUp(row, work);
        } else {
            work.margins[0] = margin;
        }
    }

    /** The sum, or NaN if a number is absent or a category is in no table. */
    private double fastMargin(InputRow row) {
        double ofNumbers = intercepts[0];
        int feature = 0;
        for (int column = 0; column < ends.length; column++) {
            double number = row.number(column);
            for (; feature < ends[column]; feature++) {
                ofNumbers += weights[feature] * numbers[feature].value(number);
            }
        }
        double ofCategories = 0;
        for (int i = 0; i < tables.length; i++) {
            ofCategories += tables[i][row.code(i)];
        }
        return ofNumbers + ofCategories;
    }

    /** The same sum in the same order for every margin, without what is absent, and with what no table has. */
    private void sumUp(InputRow row, Workspace work) {
        for (int margin = 0; margin < intercepts.length; margin++) {
            work.margins[margin] = intercepts[margin];
            work.parts[margin] = 0;
        }
        addNumbers(row, work.margins);
        for (int i = 0; i < tables.length; i++) {
            int at = row.sameCode(i) * intercepts.length;
            if (Double.isNaN(tables[i][at])) {
                interpret(categories[i], row, work);
                continue;
            }
            for (int margin = 0; margin < intercepts.length; margin++) {
                work.parts[margin] += tables[i][at + margin];
            }
        }
        for (PreparedColumn column : interpreted) {
            interpret(column, row, work);
        }
        for (int margin = 0; margin < intercepts.length; margin++) {
            work.margins[margin] += work.parts[margin];
        }
    }

    private void addNumbers(InputRow row, double[] sums) {
        int feature = 0;
        for (int column = 0; column < ends.length; column++) {
            double number = row.sameNumber(column);
            for (; feature < ends[column]; feature++) {
                double x = numbers[feature].value(number);
                for (int margin = 0; margin < sums.length; margin++) {
                    sums[margin] += Double.isNaN(x) ? 0 : weights[feature * sums.length + margin] * x;
                }
            }
        }
    }

    private void interpret(PreparedColumn column, InputRow row, Workspace work) {
        FeatureList features = work.features;
        features.clear();
        column.evaluate(row, features);
        for (int margin = 0; margin < intercepts.length; margin++) {
            double sum = 0;
            for (int i = 0; i < features.size(); i++) {
                sum += featureWeights[margin][features.feature(i)] * features.value(i);
            }
            work.parts[margin] += sum;
        }
    }

    @Override
    public String describe() {
        return "linear: " + numbers.length + " numbers, " + categories.length + " tables"
                + (interpreted.length == 0 ? "" : ", " + interpreted.length + " interpreted columns")
                + (intercepts.length == 1 ? "" : ", " + intercepts.length + " margins");
    }
}
