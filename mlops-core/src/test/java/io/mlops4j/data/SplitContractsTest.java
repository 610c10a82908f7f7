package io.mlops4j.data;

import static io.mlops4j.api.data.Percent.percent;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.testkit.SplitContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The splits that divide what they get keep the contract that splits of users keep; a given one divides nothing. */
class SplitContractsTest {

    private static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("id", ColumnType.CATEGORICAL).as(Role.KEY),
            Column.of("survived", ColumnType.CATEGORICAL).as(Role.TARGET));

    abstract static class OfPassengers extends SplitContract {
        @Override
        protected Dataset rows() {
            DatasetBuilder builder = Dataset.builder(SCHEMA);
            for (int row = 0; row < 60; row++) {
                builder.row().category(0, "p" + row);
                builder.row().category(1, row % 3 == 0 ? "yes" : "no");
                builder.add();
            }
            return builder.build();
        }
    }

    @Nested
    class ByChance extends OfPassengers {
        @Override
        protected Split split() {
            return Splits.random(percent(80)).seed(7);
        }
    }

    @Nested
    class Stratified extends OfPassengers {
        @Override
        protected Split split() {
            return Splits.stratified(percent(80)).seed(7);
        }
    }

    @Nested
    class ByHash extends OfPassengers {
        @Override
        protected Split split() {
            return Splits.byHash("id", percent(80));
        }

        @Override
        protected Optional<Schema> unsuitable() {
            return Optional.of(Schema.of("nobody", Column.of("survived", ColumnType.CATEGORICAL)));
        }
    }
}
