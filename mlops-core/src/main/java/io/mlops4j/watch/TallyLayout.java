package io.mlops4j.watch;

import io.mlops4j.predict.InputColumn;
import io.mlops4j.predict.InputColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each count stands in the one array of a block, and which bins say so. */
final class TallyLayout {

    /** So many numbers lie before and after, so that two blocks never share a cache line, nor a pair of them. */
    private static final int PADDING = 16;

    /** Odd while somebody counts. */
    static final int VERSION = PADDING;

    static final int ANSWERS = PADDING + 1;
    static final int FAILURES = PADDING + 2;
    static final int LATENCY = PADDING + 3;

    private static final int COLUMNS = LATENCY + LatencyBins.SIZE;

    private final ReferenceBins reference;
    private final int[] inputs;
    private final int score;
    private final int label;
    private final int size;

    TallyLayout(ReferenceBins reference) {
        this.reference = reference;
        int next = COLUMNS;
        inputs = new int[reference.inputs().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = next;
            next += reference.inputs().get(i).size();
        }
        score = next;
        next += reference.score().map(ColumnBins::size).orElse(0);
        label = next;
        next += reference.label().map(ColumnBins::size).orElse(0);
        size = next + PADDING;
    }

    int size() {
        return size;
    }

    int score() {
        return score;
    }

    int label() {
        return label;
    }

    @Nullable
    ColumnBins scoreBins() {
        return reference.score().orElse(null);
    }

    @Nullable
    ColumnBins labelBins() {
        return reference.label().orElse(null);
    }

    /** The columns of a kind that have bins and can be seen. */
    List<CountedColumn> columns(Kind kind, List<InputColumn> seen) {
        List<CountedColumn> counted = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            ColumnBins bins = reference.inputs().get(i);
            for (InputColumn column : seen) {
                if (column.kind() == kind && column.name().equals(bins.column())) {
                    counted.add(new CountedColumn(bins, column.index(), inputs[i]));
                }
            }
        }
        return counted;
    }

    /** The counts that stand in an array. */
    Counts counts(long[] values) {
        long[][] columns = new long[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            columns[i] = Arrays.copyOfRange(
                    values, inputs[i], inputs[i] + reference.inputs().get(i).size());
        }
        return new Counts(
                values[ANSWERS] + values[FAILURES],
                values[FAILURES],
                columns,
                Arrays.copyOfRange(values, score, label),
                Arrays.copyOfRange(values, label, size - PADDING),
                LatencyBins.histogram(values, LATENCY));
    }
}
