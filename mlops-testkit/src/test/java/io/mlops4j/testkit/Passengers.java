package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Eleven people who never were on board. */
final class Passengers {

    static final Schema WITH_TARGET = PassengerReader.SCHEMA.with(
            Column.of("survived", ColumnType.CATEGORICAL).as(Role.TARGET));

    static final List<Passenger> SOME = List.of(
            new Passenger("female", 29.0, 211.5), new Passenger("male", null, 8.05), new Passenger("male", 48.0, 26.5));

    private Passengers() {}

    static Path file() {
        try {
            return Path.of(Objects.requireNonNull(Passengers.class.getResource("passengers.txt"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Dataset all() {
        return new PassengerSource(file()).read(WITH_TARGET);
    }
}
