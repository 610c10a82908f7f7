package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mlops4j.api.error.MlopsException;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What it means to refuse something: the agreed kind of error, with a message. */
final class Refusal {

    private Refusal() {}

    /** Goes on to the message of the refusal. */
    static AbstractStringAssert<?> of(String what, Class<? extends MlopsException> kind, ThrowingCallable attempt) {
        Throwable thrown = catchThrowable(attempt);
        assertThat(thrown).as("the refusal of " + what).isInstanceOf(kind);
        return assertThat(String.valueOf(thrown.getMessage()))
                .as("the message of the refusal of " + what)
                .isNotBlank();
    }
}
