package io.mlops4j.api.check;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import java.util.Optional;

/** An expectation whose breach does not stop the run. */
record WarnOnly(Expectation expectation) implements Expectation {

    @Override
    public void check(Schema schema) {
        expectation.check(schema);
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        return expectation.examine(rows);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Expectation warnOnly() {
        return this;
    }

    @Override
    public String describe() {
        return expectation.describe();
    }
}
