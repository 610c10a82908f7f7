package io.mlops4j.predict;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Scope;
import io.mlops4j.api.train.OpenModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that only its own library can evaluate: every row becomes a small data set, goes through the steps, and is given
 * to that library.
 */
final class OpaqueModel<I> implements RowModel<I> {

    private final RowReader<I> reader;
    private final SchemaMatch match;
    private final InputCleaner cleaner;
    private final InputTally tally;
    private final List<FittedPreprocessor> steps;
    private final OpenModel model;
    private final int outputs;
    private final int single;
    /** What lies behind the model may be native memory. */
    private final Leases leases;

    OpaqueModel(Bundle bundle, RowReader<I> reader, OpenModel model) {
        this.reader = reader;
        this.match = SchemaMatch.of(bundle.input(), reader.schema());
        this.cleaner = new InputCleaner(bundle.input(), bundle.categories());
        this.tally = new InputTally(cleaner.columns());
        this.steps = bundle.steps();
        this.model = model;
        this.leases = new Leases(model::close);
        this.outputs = bundle.classes().map(Classes::size).orElse(1);
        this.single = outputs == 1
                ? 0
                : outputs == 2 ? bundle.classes().map(Classes::positiveIndex).orElse(1) : -1;
        for (FittedPreprocessor step : steps) {
            if (step.scope() == Scope.HISTORY) {
                throw new UnsupportedModelException(
                        "The step '" + step.name()
                                + "' needs earlier rows, so the model cannot be deployed row by row. Score batches in order, or leave it out.");
            }
        }
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public boolean isSingle() {
        return single >= 0;
    }

    @Override
    public double score(I row) {
        if (single < 0) {
            throw new UnsupportedModelException(
                    "The model gives " + outputs + " probabilities, not one number. Use score(row, double[]).");
        }
        return compute(row)[single];
    }

    @Override
    public void score(I row, double[] scores) {
        System.arraycopy(compute(row), 0, scores, 0, outputs);
    }

    private double[] compute(I row) {
        return compute(clean(dataset(row), -1, tally));
    }

    private Dataset dataset(I row) {
        DatasetBuilder builder = Dataset.builder(reader.schema());
        reader.read(row, builder.row());
        builder.add();
        return builder.build();
    }

    @Override
    public void score(Dataset rows, double[] scores) {
        double[] computed = compute(clean(rows, 0, tally));
        System.arraycopy(computed, 0, scores, 0, computed.length);
    }

    @Override
    public void scoreUncounted(Dataset rows, double[] scores) {
        double[] computed = compute(clean(rows, 0, new InputTally(cleaner.columns())));
        System.arraycopy(computed, 0, scores, 0, computed.length);
    }

    private Dataset clean(Dataset rows, int firstRow, InputTally counted) {
        return cleaner.clean(rows, match.absent(), new InputGuard(counted), firstRow);
    }

    private double[] compute(Dataset clean) {
        Dataset prepared = clean;
        for (FittedPreprocessor step : steps) {
            prepared = step.transform(prepared);
        }
        double[] scores = score(prepared);
        if (scores == null) {
            throw new PredictionFailedException(
                    "The reference model gave null. Its format does not keep its word.", null);
        }
        if (scores.length != clean.size() * outputs) {
            throw new UnsupportedModelException("The reference model gave " + scores.length + " numbers for "
                    + clean.size() + " rows with " + outputs + " outputs each. Its format does not fit the bundle.");
        }
        for (double score : scores) {
            if (!(Math.abs(score) <= Double.MAX_VALUE)) {
                throw new PredictionFailedException(
                        "The reference model gives " + score + ", not a finite number. Check the row's values.", null);
            }
        }
        return scores;
    }

    /** What the model gives, which may be null, whatever it promises. */
    private double @Nullable [] score(Dataset prepared) {
        if (!leases.enter()) {
            throw new ModelClosedException("The model is closed. Open the bundle again.");
        }
        try {
            return model.score(prepared);
        } finally {
            leases.leave();
        }
    }

    @Override
    public Station<I> station() {
        return new Desk();
    }

    @Override
    public List<InputColumn> columns() {
        return cleaner.columns();
    }

    @Override
    public String plan() {
        return "reference model: " + steps.size() + " steps over data sets, no compiled scorer";
    }

    @Override
    public List<InputCounts> counts() {
        return tally.counts();
    }

    @Override
    public List<String> extraColumns() {
        return match.extra();
    }

    @Override
    public List<String> absentColumns() {
        return match.absent();
    }

    @Override
    public void retire() {
        leases.close();
    }

    @Override
    public void close() {
        leases.close();
        leases.await();
    }

    /** Keeps the row that it scored. */
    private final class Desk implements Station<I> {

        private final CleanRow seen = new CleanRow(cleaner.columns());
        private @Nullable Dataset row;

        @Override
        public void read(I given) {
            row = dataset(given);
        }

        @Override
        public void score(double[] scores) {
            Dataset read = row;
            if (read == null) {
                throw new IllegalStateException("No row was read.");
            }
            Dataset clean = clean(read, -1, tally);
            System.arraycopy(compute(clean), 0, scores, 0, outputs);
            seen.keep(clean);
        }

        @Override
        public double number(int index) {
            return seen.number(index);
        }

        @Override
        public int code(int index) {
            return seen.code(index);
        }
    }
}
