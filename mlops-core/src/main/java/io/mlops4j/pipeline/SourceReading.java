package io.mlops4j.pipeline;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.data.Schema;

/** What a source gave, and what it left out. */
record SourceReading(String name, Dataset rows, RejectedRows rejected) {

    static SourceReading of(DataSource<?> source, Schema wanted) {
        try (Batches batches = source.open(wanted)) {
            Dataset rows = Dataset.collect(wanted, batches);
            return new SourceReading(source.name(), rows, batches.rejected());
        }
    }

    String describe() {
        return rows.size() + " rows" + (rejected.count() == 0 ? "" : ", " + rejected.count() + " left out");
    }
}
