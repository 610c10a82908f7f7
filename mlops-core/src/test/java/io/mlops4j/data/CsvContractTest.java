package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.testkit.DataSourceContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Files, plain and compressed, keep the contract that sources of users keep. */
class CsvContractTest {

    record Person(
            String name,
            @Nullable Integer age,
            boolean married,
            @Nullable Instant since) {}

    private static final String PEOPLE = """
            name,income,age,married,since
            Ann,high,31,true,2024-05-31T12:00:00Z
            "Smith, Bob",low,,false,
            Carl,low,12,false,1800-12-25T00:00:00Z
            """;

    @TempDir
    Path folder;

    abstract static class OfPeople extends DataSourceContract<Person> {
        @Override
        protected Schema wanted() {
            return source().rows()
                    .schema()
                    .with(Column.of("income", ColumnType.CATEGORICAL).as(Role.TARGET));
        }
    }

    @Nested
    class Plain extends OfPeople {
        @Override
        protected DataSource<Person> source() {
            return CsvText.file(folder, PEOPLE).rows(Person.class);
        }
    }

    @Nested
    class Compressed extends OfPeople {
        @Override
        protected DataSource<Person> source() {
            return CsvText.file(folder, CsvText.gzip(PEOPLE.getBytes(StandardCharsets.UTF_8)))
                    .rows(Person.class);
        }
    }

    @Nested
    class InSmallBatches extends OfPeople {
        @Override
        protected DataSource<Person> source() {
            return CsvText.file(folder, PEOPLE).batchRows(2).rows(Person.class);
        }
    }
}
