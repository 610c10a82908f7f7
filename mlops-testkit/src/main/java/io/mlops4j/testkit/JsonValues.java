package io.mlops4j.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be stored as JSON without loss. */
final class JsonValues {

    private static final long EXACT = 1L << 53;

    private JsonValues() {}

    /** What is wrong with a value, with the way to it, or empty if all of it can be stored. */
    static Optional<String> problem(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return first(map.entrySet().stream()
                    .map(entry -> entry.getKey() instanceof String key
                            ? problem(path + "." + key, entry.getValue())
                            : Optional.of(path + " has the key " + entry.getKey() + ", which is no String"))
                    .toList());
        } else if (value instanceof List<?> list) {
            List<Optional<String>> problems = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                problems.add(problem(path + "[" + i + "]", list.get(i)));
            }
            return first(problems);
        }
        return isScalar(value)
                ? Optional.empty()
                : Optional.of(path + " is "
                        + (value == null ? "null" : value.getClass().getName() + " " + value)
                        + "; a JSON value here is a String, a Boolean, an Integer, a Long up to 2^53, a finite Double,"
                        + " or a List or Map<String, …> of these");
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || (value instanceof Long number && number <= EXACT && number >= -EXACT)
                || (value instanceof Double real && Double.isFinite(real));
    }

    private static Optional<String> first(List<Optional<String>> problems) {
        return problems.stream().flatMap(Optional::stream).findFirst();
    }

    /** A value as it comes back from a store, which knows only one kind of number. */
    static Object stored(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(stored(item)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), stored(item)));
            return copy;
        }
        return value;
    }

    /** An object as it comes back from a store. */
    static Map<String, Object> storedObject(Map<String, Object> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((key, item) -> copy.put(key, stored(item)));
        return copy;
    }
}
