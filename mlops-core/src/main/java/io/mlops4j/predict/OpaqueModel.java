package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Scope;
import io.mlops4j.api.train.OpenModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that is not compiled, because only its own library can evaluate it or a step is not columnwise: every row becomes a
 * small data set, goes through the steps, and is given to the model.
 */
final class OpaqueModel<I> implements RowModel<I> {

    private final RowReader<I> reader;
    private final SchemaMatch match;
    private final StepwiseModel model;
    private final String kind;
    private final InputTally tally;
    private final int outputs;
    private final int single;
    /** What lies behind the model may be native memory. */
    private final Leases leases;

    /**
     * A model.
     *
     * @param open closed with this
     * @param kind what it is, for people
     */
    OpaqueModel(
            Schema input,
            List<Dictionary> categories,
            List<FittedPreprocessor> steps,
            Optional<Classes> classes,
            RowReader<I> reader,
            OpenModel open,
            String kind) {
        this.reader = reader;
        this.match = SchemaMatch.of(input, reader.schema());
        this.model = new StepwiseModel(input, categories, steps, classes, open);
        this.kind = kind;
        this.tally = new InputTally(model.columns());
        this.leases = new Leases(open::close);
        this.outputs = model.outputs();
        this.single = outputs == 1
                ? 0
                : outputs == 2 ? classes.map(Classes::positiveIndex).orElse(1) : -1;
        for (FittedPreprocessor step : steps) {
            if (step.scope() == Scope.HISTORY) {
                throw PreparationCompiler.needsEarlierRows(step);
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
        double[] computed = compute(clean(rows, 0, new InputTally(model.columns())));
        System.arraycopy(computed, 0, scores, 0, computed.length);
    }

    private Dataset clean(Dataset rows, int firstRow, InputTally counted) {
        return model.clean(rows, match.absent(), counted, firstRow);
    }

    private double[] compute(Dataset clean) {
        if (!leases.enter()) {
            throw new ModelClosedException("The model is closed. Open the bundle again.");
        }
        try {
            return model.compute(clean);
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
        return model.columns();
    }

    @Override
    public String plan() {
        return kind + ": " + model.describe() + " over data sets, no compiled scorer";
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

        private final CleanRow seen = new CleanRow(model.columns());
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
