package io.mlops4j.testkit;

import org.jspecify.annotations.Nullable;

/** A row as a user has it. */
record Passenger(String sex, @Nullable Double age, double fare) {

    Passenger withSex(String other) {
        return new Passenger(other, age, fare);
    }

    Passenger withAge(@Nullable Double other) {
        return new Passenger(sex, other, fare);
    }

    Passenger withFare(double other) {
        return new Passenger(sex, age, other);
    }
}
