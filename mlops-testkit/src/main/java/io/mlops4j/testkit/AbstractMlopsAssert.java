package io.mlops4j.testkit;

import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Fails with one plain sentence. */
abstract class AbstractMlopsAssert<S extends AbstractMlopsAssert<S, A>, A> extends AbstractAssert<S, A> {

    AbstractMlopsAssert(@Nullable A actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Passes if the condition holds; the message is made only if it does not. */
    S require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw fail(otherwise.get());
        }
        return myself;
    }

    /** The error to throw, which bears the description that the user gave. */
    AssertionError fail(String message) {
        return failure("%s", message);
    }
}
