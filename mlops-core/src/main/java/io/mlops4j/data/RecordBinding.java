package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.error.SchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes all columns of one kind of record.
 *
 * <p>The columns are joined into one method handle. A handle is as fast as hand-written code only where the compiler takes
 * it for a constant, so each kind of record gets a class of its own with the handle in a static final field: a hidden copy of
 * {@link RecordBindingTemplate}. It is unloaded with the last reader that uses it.
 */
abstract class RecordBinding {

    private static final MethodType READ = MethodType.methodType(void.class, Object.class, RowBuffer.class);

    static RecordBinding of(String record, List<RecordColumn> columns) {
        List<MethodHandle> writes = new ArrayList<>();
        for (RecordColumn column : columns) {
            writes.add(ColumnWrite.of(column, writes.size()).asType(READ));
        }
        try {
            Class<?> own = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(templateBytes(), inOrder(writes), true)
                    .lookupClass();
            return (RecordBinding) own.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | IOException | UnsupportedOperationException | LinkageError e) {
            throw new SchemaException("no class can be made at run time here ("
                    + e.getClass().getSimpleName() + "), as reading the record " + record + " needs. Write a RowReader<"
                    + record + "> by hand.");
        }
    }

    /** A balanced tree: a chain as long as the record would be too deep for the compiler to inline. */
    private static MethodHandle inOrder(List<MethodHandle> writes) {
        if (writes.size() == 1) {
            return writes.get(0);
        }
        int half = writes.size() / 2;
        return MethodHandles.foldArguments(
                inOrder(writes.subList(half, writes.size())), inOrder(writes.subList(0, half)));
    }

    private static byte[] templateBytes() throws IOException {
        try (InputStream bytes = RecordBinding.class.getResourceAsStream("RecordBindingTemplate.class")) {
            if (bytes == null) {
                throw new IOException("The class file is not there.");
            }
            return bytes.readAllBytes();
        }
    }

    abstract void read(Object row, RowBuffer buffer);
}
