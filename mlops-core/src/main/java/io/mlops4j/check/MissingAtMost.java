package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import java.util.Optional;

/** A column misses few values. Of no rows nothing is missing. */
record MissingAtMost(String column, Percent share) implements Expectation {

    @Override
    public void check(Schema schema) {
        schema.column(column);
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        Values values = rows.values(column);
        BrokenRows broken = new BrokenRows();
        long missing = 0;
        for (int row = 0; row < values.size(); row++) {
            if (values.missing(row)) {
                broken.add(row);
                missing++;
            }
        }
        return missing <= share.share() * values.size()
                ? Optional.empty()
                : broken.violation(describe(), "of " + values.size() + " without");
    }

    @Override
    public String describe() {
        return column + " missing in at most " + share;
    }
}
