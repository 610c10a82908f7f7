package io.mlops4j.monitor;

import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.watch.ReferenceBins;

/** Whether a limit can be broken at all: what can never be is a mistake, and found before it is relied on. */
final class LimitCheck {

    private LimitCheck() {}

    static void require(Limit limit, ReferenceBins reference) {
        boolean classes = reference.classes().isPresent();
        if (limit.signal() instanceof Signal.Drift drift) {
            drift.columns().select(reference.schema()); // refuses unknown names itself
        } else if (limit.signal() instanceof Signal.Accuracy && !classes) {
            throw new IllegalArgumentException(
                    "The limit '" + limit + "' is for classes, but the model gives numbers. Watch liveMae().");
        } else if (limit.signal() instanceof Signal.MeanAbsoluteError && classes) {
            throw new IllegalArgumentException(
                    "The limit '" + limit + "' is for numbers, but the model gives classes. Watch liveAccuracy().");
        }
    }
}
