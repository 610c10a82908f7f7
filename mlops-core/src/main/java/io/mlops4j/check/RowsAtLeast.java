package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import java.util.List;
import java.util.Optional;

/** There are enough rows. */
record RowsAtLeast(long least) implements Expectation {

    @Override
    public void check(Schema schema) {}

    @Override
    public Optional<Violation> examine(Dataset rows) {
        return rows.size() >= least
                ? Optional.empty()
                : Optional.of(new Violation(describe(), rows.size() + " rows", 0, List.of()));
    }

    @Override
    public String describe() {
        return "at least " + least + " rows";
    }
}
