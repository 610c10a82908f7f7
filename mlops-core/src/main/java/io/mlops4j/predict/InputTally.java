package io.mlops4j.predict;

import io.mlops4j.api.predict.InputCounts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts what is unusual in the input. Touched only when something is. */
final class InputTally {

    private record Adders(InputColumn column, LongAdder missing, LongAdder notFinite, LongAdder unseen) {

        Adders(InputColumn column) {
            this(column, new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    private final List<Adders> columns;
    private final Map<InputColumn.Kind, Adders[]> byKind = new EnumMap<>(InputColumn.Kind.class);

    InputTally(List<InputColumn> columns) {
        this.columns = columns.stream().map(Adders::new).toList();
        for (InputColumn.Kind kind : InputColumn.Kind.values()) {
            Stream<Adders> own =
                    this.columns.stream().filter(adders -> adders.column().kind() == kind);
            byKind.put(kind, own.toArray(Adders[]::new));
        }
    }

    private Adders of(InputColumn column) {
        return Objects.requireNonNull(byKind.get(column.kind()))[column.index()];
    }

    void missing(InputColumn column) {
        of(column).missing().increment();
    }

    void notFinite(InputColumn column) {
        of(column).notFinite().increment();
    }

    void unseen(InputColumn column) {
        of(column).unseen().increment();
    }

    List<InputCounts> counts() {
        return columns.stream()
                .map(adders -> new InputCounts(
                        adders.column().name(),
                        adders.missing().sum(),
                        adders.notFinite().sum(),
                        adders.unseen().sum()))
                .toList();
    }
}
