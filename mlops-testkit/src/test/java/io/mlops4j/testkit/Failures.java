package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an assertion says when it does not hold. */
final class Failures {

    private Failures() {}

    /** Goes on to the message of an assertion that has to fail. */
    static AbstractStringAssert<?> messageOf(ThrowingCallable assertion) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(failure).as("the failure of an assertion").isNotNull();
        return assertThat(failure.getMessage());
    }
}
