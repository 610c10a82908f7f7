package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.InputCounts;
import java.util.List;

/**
 * A compiled model that scores rows of a type. Safe for use by many threads; makes no object per row.
 *
 * @param <I> the type of a row
 */
public final class BoundModel<I> implements RowModel<I> {

    /** What one call needs. */
    private record Call(InputRow row, Workspace work) {}

    private final CompiledModel model;
    private final RowReader<I> reader;
    private final SchemaMatch match;
    private final InputTally tally;
    private final Plan plan;
    private final Answer answer;
    private final SlotPool<Call> calls;

    BoundModel(CompiledModel model, RowReader<I> reader, SchemaMatch match) {
        this.model = model;
        this.reader = reader;
        this.match = match;
        this.tally = new InputTally(model.columns());
        this.plan = model.evaluation();
        this.answer = model.answer();
        InputLayout layout = new InputLayout(reader.schema(), model.columns());
        InputGuard guard = new InputGuard(tally);
        this.calls = new SlotPool<>(() -> new Call(new InputRow(layout, guard), plan.workspace()));
    }

    @Override
    public int outputs() {
        return answer.outputs();
    }

    @Override
    public double score(I row) {
        if (!answer.isSingle()) {
            throw new UnsupportedModelException(
                    "The model gives " + outputs() + " probabilities, not one number. Use score(row, double[]).");
        }
        int slot = calls.slot();
        Call call = calls.take(slot);
        try {
            compute(row, call);
            return answer.single(call.work().margins);
        } finally {
            calls.give(slot, call);
        }
    }

    @Override
    public void score(I row, double[] scores) {
        int slot = calls.slot();
        Call call = calls.take(slot);
        try {
            compute(row, call);
            answer.write(call.work().margins, scores, 0);
        } finally {
            calls.give(slot, call);
        }
    }

    private void compute(I row, Call call) {
        reader.read(row, call.row().buffer());
        plan.margins(call.row(), call.work());
    }

    @Override
    public void score(Dataset rows, double[] scores) {
        model.score(rows, scores, tally);
    }

    @Override
    public void scoreUncounted(Dataset rows, double[] scores) {
        model.score(rows, scores);
    }

    @Override
    public String plan() {
        return model.plan();
    }

    /** Holds nothing but memory. */
    @Override
    public void close() {}

    @Override
    public boolean isSingle() {
        return answer.isSingle();
    }

    /**
     * What was met in the input.
     *
     * @return one entry for each column that the model reads
     */
    @Override
    public List<InputCounts> counts() {
        return tally.counts();
    }

    /**
     * The columns of the reader that the model does not know.
     *
     * @return their names; they are ignored
     */
    @Override
    public List<String> extraColumns() {
        return match.extra();
    }

    /**
     * The columns of the model that the reader does not have.
     *
     * @return their names; they are nullable, and missing in every row
     */
    @Override
    public List<String> absentColumns() {
        return match.absent();
    }
}
