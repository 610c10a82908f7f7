package io.mlops4j.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Finds methods of this library, anew each time: a handle remembers the type to which it was adapted last, so one in a static
 * field would keep a record's class loader from being unloaded.
 */
final class FreshHandles {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private FreshHandles() {}

    static MethodHandle ofMethod(Class<?> owner, String name, MethodType type) {
        try {
            return LOOKUP.findVirtual(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner + " has no " + name + type + ".", e);
        }
    }

    static MethodHandle ofStatic(Class<?> owner, String name, MethodType type) {
        try {
            return LOOKUP.findStatic(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner + " has no " + name + type + ".", e);
        }
    }
}
