package io.mlops4j.data;

import static java.lang.invoke.MethodType.methodType;

import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.RowBuffer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;

/** Joins the way to a value with the buffer's method that takes it: a handle that writes one column of a row. */
final class ColumnWrite {

    private ColumnWrite() {}

    /** Takes the row and the buffer, both as their own types. */
    static MethodHandle of(RecordColumn column, int position) {
        MethodHandle missing =
                MethodHandles.insertArguments(method("missing", methodType(void.class, int.class)), 1, position);
        List<MethodHandle> path = column.path();
        MethodHandle write = writer(column.column().type(), column.valueType(), position);
        for (int step = path.size() - 1; step >= 0; step--) {
            write = MethodHandles.filterArguments(write, 1, path.get(step));
            if (step > 0) {
                write = unlessNull(write, missing);
            }
        }
        MethodType rowFirst = methodType(void.class, write.type().parameterType(1), RowBuffer.class);
        return MethodHandles.permuteArguments(write, rowFirst, 1, 0);
    }

    private static MethodHandle unlessNull(MethodHandle write, MethodHandle missing) {
        Class<?> taken = write.type().parameterType(1);
        MethodHandle present = FreshHandles.ofStatic(Objects.class, "nonNull", methodType(boolean.class, Object.class))
                .asType(methodType(boolean.class, taken));
        return MethodHandles.guardWithTest(
                MethodHandles.dropArguments(present, 0, RowBuffer.class),
                write,
                MethodHandles.dropArguments(missing, 1, taken));
    }

    private static MethodHandle writer(ColumnType column, Class<?> value, int position) {
        MethodHandle method = switch (column) {
            case NUMERIC -> method("number", methodType(void.class, int.class, numberTaken(value)));
            case BOOLEAN -> method("flag", methodType(void.class, int.class, value));
            case CATEGORICAL ->
                method("category", methodType(void.class, int.class, value.isEnum() ? Enum.class : value));
            case TEXT -> method("text", methodType(void.class, int.class, String.class));
            case TIMESTAMP -> method("time", methodType(void.class, int.class, value));
            case SPARSE -> throw new IllegalArgumentException("A record has no sparse columns.");
        };
        MethodHandle bound = MethodHandles.insertArguments(method, 1, position);
        return bound.asType(methodType(void.class, RowBuffer.class, value));
    }

    private static Class<?> numberTaken(Class<?> value) {
        if (!value.isPrimitive()) {
            return Number.class;
        }
        return value == long.class ? long.class : double.class;
    }

    private static MethodHandle method(String name, MethodType type) {
        return FreshHandles.ofMethod(RowBuffer.class, name, type);
    }
}
