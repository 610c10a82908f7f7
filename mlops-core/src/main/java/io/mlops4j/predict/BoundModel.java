package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.data.RecordRows;
import java.util.List;
import java.util.function.Supplier;

/**
 * A compiled model that scores rows of a type. Safe for use by many threads; makes no object per row.
 *
 * @param <I> the type of a row
 */
public final class BoundModel<I> implements RowModel<I> {

    private final CompiledModel model;
    private final RowReader<I> reader;
    /** Whether the reader is known to write every column of every row; from another, a former row could shine through. */
    private final boolean writesAll;

    private final SchemaMatch match;
    private final InputTally tally;
    private final Plan plan;
    private final Answer answer;
    private final InputLayout layout;
    private final InputGuard guard;
    private final Supplier<Workspace> workspaces;
    private final SlotPool<Desk> desks;

    BoundModel(CompiledModel model, RowReader<I> reader, SchemaMatch match) {
        this.model = model;
        this.reader = reader;
        this.writesAll = reader instanceof RecordRows;
        this.match = match;
        this.tally = new InputTally(model.columns());
        this.answer = model.answer();
        this.layout = new InputLayout(reader.schema(), model.columns());
        this.plan = model.evaluation();
        this.workspaces = plan.workspaces(layout);
        this.guard = new InputGuard(tally);
        this.desks = new SlotPool<>(Desk::new);
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
        int slot = desks.slot();
        Desk desk = desks.take(slot);
        try {
            desk.read(row);
            return desk.single();
        } finally {
            desks.give(slot, desk);
        }
    }

    @Override
    public void score(I row, double[] scores) {
        int slot = desks.slot();
        Desk desk = desks.take(slot);
        try {
            desk.read(row);
            desk.score(scores);
        } finally {
            desks.give(slot, desk);
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
    public void retire() {}

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

    /** What one call needs. */
    private final class Desk implements Station<I> {

        private final InputRow row = new InputRow(layout, guard);
        private final Workspace work = workspaces.get();

        @Override
        public void read(I given) {
            if (!writesAll) {
                row.buffer().clear();
            }
            reader.read(given, row.buffer());
        }

        @Override
        public void score(double[] scores) {
            plan.margins(row, work);
            answer.write(work.margins, scores, 0);
        }

        double single() {
            plan.margins(row, work);
            return answer.single(work.margins);
        }

        @Override
        public double number(int index) {
            return row.sameNumber(index);
        }

        @Override
        public int code(int index) {
            return row.sameCode(index) - InputRow.SHIFT;
        }
    }
}
