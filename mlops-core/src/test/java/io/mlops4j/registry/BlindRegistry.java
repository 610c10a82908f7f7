package io.mlops4j.registry;

import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.OptionalInt;

/** A twin that is broken: it moves an alias from wherever it stands, not from where the caller expects it. */
final class BlindRegistry {

    private static final int EXPECTED = 2;

    private BlindRegistry() {}

    static ModelRegistry over(ModelRegistry sound) {
        return (ModelRegistry) Proxy.newProxyInstance(
                BlindRegistry.class.getClassLoader(),
                new Class<?>[] {ModelRegistry.class},
                (proxy, method, arguments) -> call(sound, method, arguments));
    }

    private static Object call(ModelRegistry sound, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("move")) {
            arguments[EXPECTED] = sound.alias((String) arguments[0], (String) arguments[1])
                    .map((Alias alias) -> OptionalInt.of(alias.version()))
                    .orElse(OptionalInt.empty());
        }
        try {
            return method.invoke(sound, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
