package io.mlops4j.data;

import io.mlops4j.api.error.SchemaException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.RecordComponent;

/** Finds the accessors of records, with the rights of the caller or, without any, with those that everybody has. */
final class RecordAccess {

    private final Lookup caller;

    RecordAccess(Lookup caller) {
        this.caller = caller;
    }

    /** What this module may see by itself: everything on the class path, and what named modules export or open. */
    static RecordAccess ofEverybody() {
        return new RecordAccess(MethodHandles.lookup());
    }

    MethodHandle accessor(Class<?> record, RecordComponent component) {
        try {
            return lookupIn(record).unreflect(component.getAccessor());
        } catch (IllegalAccessException e) {
            String simple = record.getSimpleName();
            throw new SchemaException("the record " + simple + " cannot be read: it lies in " + record.getModule()
                    + " and is not a public record in an exported package. Make it one, or pass the right to read it:"
                    + " rows(" + simple + ".class, MethodHandles.lookup()).");
        }
    }

    /** Full rights in the record's module where that is on the class path or open, the caller's own elsewhere. */
    private Lookup lookupIn(Class<?> record) {
        RecordAccess.class.getModule().addReads(record.getModule());
        try {
            return MethodHandles.privateLookupIn(record, caller);
        } catch (IllegalAccessException e) {
            return caller;
        }
    }
}
