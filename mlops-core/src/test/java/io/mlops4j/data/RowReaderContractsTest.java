package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.testkit.RowReaderContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** Records, maps and arrays are read as the contract for readers written by hand demands. */
class RowReaderContractsTest {

    enum Colour {
        RED,
        BLUE
    }

    record Address(String city, @Nullable Integer floor) {}

    record Person(
            String name,
            int age,
            @Nullable Double height,
            boolean member,
            @Nullable Colour colour,
            Optional<String> nickname,
            Instant joined,
            LocalDate born,
            Address address) {}

    private static final Schema SCHEMA = Schema.of(
            "Person",
            Column.of("name", ColumnType.CATEGORICAL),
            Column.of("height", ColumnType.NUMERIC).nullable(true),
            Column.of("member", ColumnType.BOOLEAN));

    @Nested
    class OfRecords extends RowReaderContract<Person> {

        @Override
        protected RowReader<Person> reader() {
            return Rows.of(Person.class);
        }

        @Override
        protected List<Person> samples() {
            return List.of(
                    new Person(
                            "Ann",
                            31,
                            1.75,
                            true,
                            Colour.RED,
                            Optional.of("A."),
                            Instant.EPOCH,
                            LocalDate.of(1993, 1, 2),
                            new Address("Oslo", 3)),
                    new Person(
                            "Bob",
                            32,
                            null,
                            false,
                            null,
                            Optional.empty(),
                            Instant.ofEpochSecond(1),
                            LocalDate.of(1992, 1, 2),
                            new Address("Bergen", null)));
        }
    }

    @Nested
    class OfMaps extends RowReaderContract<Map<String, ?>> {

        @Override
        protected RowReader<Map<String, ?>> reader() {
            return Rows.maps(SCHEMA);
        }

        @Override
        protected List<Map<String, ?>> samples() {
            return List.of(
                    Map.of("name", "Ann", "height", 1.75, "member", true), Map.of("name", "Bob", "member", false));
        }
    }

    @Nested
    class OfArrays extends RowReaderContract<@Nullable Object[]> {

        @Override
        protected RowReader<@Nullable Object[]> reader() {
            return Rows.arrays(SCHEMA);
        }

        @Override
        protected List<@Nullable Object[]> samples() {
            return List.of(new @Nullable Object[] {"Ann", 1.75, true}, new @Nullable Object[] {"Bob", null, false});
        }
    }
}
