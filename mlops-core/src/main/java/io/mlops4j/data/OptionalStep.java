package io.mlops4j.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step from an {@code Optional} to what is in it, or to null. */
final class OptionalStep {

    private OptionalStep() {}

    static MethodHandle to(Class<?> content) {
        return FreshHandles.ofStatic(OptionalStep.class, "content", MethodType.methodType(Object.class, Optional.class))
                .asType(MethodType.methodType(content, Optional.class));
    }

    static @Nullable Object content(Optional<?> optional) {
        return optional.orElse(null);
    }
}
