package io.mlops4j.pipeline;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.prepare.Scope;
import java.util.Map;

/** Steps that cannot be taken apart into columns: mass by flipper, and the mass of the row before. */
enum WholeRowStep implements Preprocessor, FittedPreprocessor, PreprocessorFormat {
    RATIO(Scope.ROW),
    LAG(Scope.HISTORY);

    private final Scope scope;

    WholeRowStep(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Schema outputSchema(Schema input) {
        return input.with(column());
    }

    private Column column() {
        return Column.of(toString(), ColumnType.NUMERIC);
    }

    @Override
    public Fit fit(Dataset training) {
        return Fit.of(this, training);
    }

    @Override
    public Dataset transform(Dataset rows) {
        NumericValues mass = rows.numeric("mass");
        double[] made = new double[rows.size()];
        for (int row = 0; row < made.length; row++) {
            made[row] =
                    this == RATIO ? mass.get(row) / rows.numeric("flipper").get(row) : mass.get(Math.max(0, row - 1));
        }
        return rows.with(column(), NumericValues.wrap(made));
    }

    @Override
    public Map<String, Object> state() {
        return Map.of();
    }

    @Override
    public FittedPreprocessor restore(Map<String, Object> state) {
        return this;
    }
}
