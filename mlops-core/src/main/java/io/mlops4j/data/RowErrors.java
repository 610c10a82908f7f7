package io.mlops4j.data;

import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.error.InvalidDataException;
import java.util.ArrayList;
import java.util.List;

/** Counts broken rows, keeps the first, and says when there are too many. */
final class RowErrors {

    private static final int SHOWN = 10;

    private final String file;
    private final Tolerance tolerance;
    private final List<String> sample = new ArrayList<>();
    private long broken;
    private long rows;

    RowErrors(String file, Tolerance tolerance) {
        this.file = file;
        this.tolerance = tolerance;
    }

    void good() {
        rows++;
    }

    void broken(String problem) {
        rows++;
        broken++;
        if (sample.size() < SHOWN) {
            sample.add(problem);
        }
    }

    /** Whether reading goes on only to count. */
    boolean tooMany() {
        return tolerance.exceededBy(broken);
    }

    void requireTolerableAtEnd() {
        if (tolerance.exceededBy(broken, rows)) {
            throw new InvalidDataException(
                    file + ": " + broken + " of " + rows + (rows == 1 ? " row is" : " rows are") + " broken, "
                            + tolerance.describe() + (broken > SHOWN ? ". The first " + SHOWN + ":" : ":"),
                    sample);
        }
    }

    RejectedRows rejected() {
        return broken == 0 ? RejectedRows.NONE : new RejectedRows(broken, sample);
    }
}
