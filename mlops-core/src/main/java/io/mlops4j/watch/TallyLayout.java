package io.mlops4j.watch;

import io.mlops4j.predict.InputColumn;
import io.mlops4j.predict.InputColumn.Kind;
import io.mlops4j.watch.CountedColumns.SeenBins;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
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

    private static final int TABLES = LATENCY + LatencyBins.SIZE;

    private final ReferenceBins reference;
    private final CountedColumns numbers;
    private final CountedColumns categories;
    /** Where each column of the reference is counted that can be seen. */
    private final IdentityHashMap<ColumnBins, Axis> inputs = new IdentityHashMap<>();

    private final @Nullable CountedColumn score;
    private final @Nullable CountedColumn label;
    private final int size;

    TallyLayout(ReferenceBins reference, List<InputColumn> seen) {
        this.reference = reference;
        numbers = CountedColumns.of(bins(Kind.NUMBER, seen), TABLES);
        categories = CountedColumns.of(bins(Kind.CATEGORY, seen), numbers.end());
        int table = categories.end();
        ColumnBins scores = reference.score().orElse(null);
        ColumnBins labels = reference.label().orElse(null);
        int scoreBins = scores == null ? 1 : scores.size();
        int labelBins = labels == null ? 1 : labels.size();
        score = scores == null ? null : new CountedColumn(scores, 0, Axis.outer(table, scoreBins, labelBins));
        Axis byLabel = scores == null ? Axis.alone(table, labelBins) : Axis.inner(table, scoreBins, labelBins);
        label = labels == null ? null : new CountedColumn(labels, 0, byLabel);
        size = table + scoreBins * labelBins + PADDING;
        Stream.of(numbers, categories)
                .flatMap(counted -> counted.columns().stream())
                .forEach(column -> inputs.put(column.bins(), column.axis()));
    }

    /** The columns of a kind that have bins and can be seen. */
    private List<SeenBins> bins(Kind kind, List<InputColumn> seen) {
        List<SeenBins> found = new ArrayList<>();
        for (ColumnBins bins : reference.inputs()) {
            for (InputColumn column : seen) {
                if (column.kind() == kind && column.name().equals(bins.column())) {
                    found.add(new SeenBins(bins, column.index()));
                }
            }
        }
        return found;
    }

    int size() {
        return size;
    }

    CountedColumns numbers() {
        return numbers;
    }

    CountedColumns categories() {
        return categories;
    }

    /** The score, if there is one number. */
    @Nullable
    CountedColumn score() {
        return score;
    }

    /** The predicted class, if there are classes. */
    @Nullable
    CountedColumn label() {
        return label;
    }

    /** The counts that stand in an array. */
    Counts counts(long[] values) {
        long[][] columns = reference.inputs().stream()
                .map(bins -> totals(inputs.get(bins), bins.size(), values))
                .toArray(long[][]::new);
        return new Counts(
                values[ANSWERS] + values[FAILURES],
                values[FAILURES],
                columns,
                totals(score == null ? null : score.axis(), 0, values),
                totals(label == null ? null : label.axis(), 0, values),
                LatencyBins.histogram(values, LATENCY));
    }

    /** Zeros for what is not counted. */
    private static long[] totals(@Nullable Axis axis, int bins, long[] values) {
        return axis == null ? new long[bins] : axis.totals(values);
    }
}
