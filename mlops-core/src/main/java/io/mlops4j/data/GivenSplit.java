package io.mlops4j.data;

import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Split;
import java.util.Optional;

/** A test part that comes from elsewhere. */
record GivenSplit(DataSource<?> test) implements Split {

    @Override
    public Partition split(Dataset rows) {
        return Parts.of(describe(), rows, test.read(rows.schema()));
    }

    @Override
    public Optional<DataSource<?>> testSource() {
        return Optional.of(test);
    }

    @Override
    public String describe() {
        return "given(" + test.name() + ")";
    }

    @Override
    public String toString() {
        return describe();
    }
}
