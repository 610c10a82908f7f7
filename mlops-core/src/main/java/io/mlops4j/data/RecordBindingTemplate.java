package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** Never used itself: {@link RecordBinding} makes a hidden copy for each kind of record, and gives it the handle. */
final class RecordBindingTemplate extends RecordBinding {

    private static final MethodHandle READ;

    static {
        try {
            READ = MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
        } catch (IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    void read(Object row, RowBuffer buffer) {
        try {
            READ.invokeExact(row, buffer);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("An accessor of a record threw a checked exception.", e);
        }
    }
}
