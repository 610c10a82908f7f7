package io.mlops4j.tribuo;

import io.mlops4j.api.train.Progress;

/** Counts the rows that an objective sees, and reports each epoch; Tribuo's trainer itself tells nobody. */
final class EpochProgress {

    private final long rows;
    private final long epochs;
    private final Progress progress;
    private long seen;

    EpochProgress(long rows, long epochs, Progress progress) {
        this.rows = rows;
        this.epochs = epochs;
        this.progress = progress;
    }

    void row() {
        seen++;
        if (seen % rows == 0) {
            progress.report(seen / rows, epochs);
        }
    }
}
