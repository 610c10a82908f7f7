package io.mlops4j.monitor;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.watch.ColumnBins;
import io.mlops4j.watch.ReferenceBins;
import java.util.List;

/** Whether a limit can be broken at all: what can never be is a mistake, and found before it is relied on. */
final class LimitCheck {

    private LimitCheck() {}

    static void require(Limit limit, ReferenceBins reference) {
        boolean classes = reference.classes().isPresent();
        if (limit.signal() instanceof Signal.Drift drift) {
            requireWatched(
                    limit, drift.columns().select(reference.schema()), reference); // refuses unknown names itself
        }
        if ((limit.signal() instanceof Signal.Drift || limit.signal() instanceof Signal.AnswerDrift)
                && limit.side() == Limit.Side.BELOW) {
            throw new IllegalArgumentException("The limit '" + limit
                    + "' is broken by whatever does not move. Say above(…) to hear of what does.");
        }
        if (limit.signal() instanceof Signal.Accuracy && !classes) {
            throw new IllegalArgumentException(
                    "The limit '" + limit + "' is for classes, but the model gives numbers. Watch liveMae().");
        } else if (limit.signal() instanceof Signal.MeanAbsoluteError && classes) {
            throw new IllegalArgumentException(
                    "The limit '" + limit + "' is for numbers, but the model gives classes. Watch liveAccuracy().");
        }
    }

    private static void requireWatched(Limit limit, List<Column> columns, ReferenceBins reference) {
        List<String> watched =
                reference.inputs().stream().map(ColumnBins::column).toList();
        if (columns.stream().noneMatch(column -> watched.contains(column.name()))) {
            throw new SchemaException("the limit '" + limit + "' is for "
                    + columns.stream().map(Column::toString).toList()
                    + ", but only numbers, categories, and true and false are watched: " + watched + ".");
        }
    }
}
