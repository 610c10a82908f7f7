package io.mlops4j.bundle;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a part in JSON, which knows where it stands: whatever is not as expected is refused with its path. */
final class JsonValue {

    private static final double EXACT = 0x1p53;

    private final Part part;
    private final @Nullable JsonValue parent;
    /** Of what member of its parent it is the value, or null. */
    private final @Nullable String key;
    /** Which element of its parent it is, if it is none of a member. */
    private final int index;

    private final @Nullable Object value;

    JsonValue(Part part, @Nullable Object value) {
        this(part, null, null, 0, value);
    }

    private JsonValue(Part part, @Nullable JsonValue parent, @Nullable String key, int index, @Nullable Object value) {
        this.part = part;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.value = value;
    }

    /** A {@code Map}, {@code List}, {@code String}, {@code Double}, {@code Boolean} or null. */
    @Nullable
    Object value() {
        return value;
    }

    /** The same value, after it was seen to be an object with these keys and no other. */
    JsonValue withKeys(String... keys) {
        Map<String, @Nullable Object> map = map();
        boolean same = map.size() == keys.length;
        for (int i = 0; same && i < keys.length; i++) {
            same = map.containsKey(keys[i]);
        }
        if (!same) {
            throw corrupt("expected the keys " + new TreeSet<>(Arrays.asList(keys)) + ", found "
                    + map.keySet().stream()
                            .limit(keys.length + 3L)
                            .map(Quoted::of)
                            .toList());
        }
        return this;
    }

    JsonValue get(String key) {
        return new JsonValue(part, this, key, 0, map().get(key));
    }

    /** The members of an object whose keys the format does not know, none of them null. */
    Map<String, Object> members() {
        map().forEach((key, member) -> {
            if (member == null) {
                throw corrupt("the value of " + Quoted.of(key) + " is null");
            }
        });
        @SuppressWarnings("unchecked") // no null was found
        Map<String, Object> members = (Map<String, Object>) (Map<String, ?>) map();
        return members;
    }

    List<JsonValue> list() {
        if (!(value instanceof List<?> list)) {
            throw expected("an array");
        }
        List<JsonValue> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            elements.add(new JsonValue(part, this, null, elements.size(), element));
        }
        return elements;
    }

    <T> List<T> list(Function<JsonValue, T> meaning) {
        List<JsonValue> elements = list();
        List<T> meanings = new ArrayList<>(elements.size());
        for (JsonValue element : elements) {
            meanings.add(meaning.apply(element));
        }
        return Collections.unmodifiableList(meanings);
    }

    /** What a value means that may be null. */
    <T> Optional<T> optional(Function<JsonValue, T> meaning) {
        return value == null ? Optional.empty() : Optional.of(meaning.apply(this));
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw expected("a text");
    }

    boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw expected("true or false");
    }

    /** A count: an integer from 0 to 2^53. */
    long count() {
        if (value instanceof Double number && number >= 0 && number <= EXACT && number == Math.rint(number)) {
            return number.longValue();
        }
        throw expected("a count");
    }

    int smallCount() {
        long count = count();
        if (count > Integer.MAX_VALUE) {
            throw expected("a count up to " + Integer.MAX_VALUE);
        }
        return (int) count;
    }

    /** A constant of an enum, written in lower case. */
    <E extends Enum<E>> E constant(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constantText(constant).equals(value)) {
                return constant;
            }
        }
        throw expected("one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(JsonValue::constantText)
                        .toList());
    }

    static String constantText(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What kind of value it is, for messages, which do not show the value. */
    String kind() {
        return value == null
                ? "null"
                : value instanceof Map
                        ? "an object"
                        : value instanceof List
                                ? "an array"
                                : value instanceof String
                                        ? "a text"
                                        : value instanceof Double ? "a number" : "a boolean";
    }

    CorruptArtifactException corrupt(String problem) {
        return corrupt(problem, null);
    }

    CorruptArtifactException corrupt(String problem, @Nullable Throwable cause) {
        return new CorruptArtifactException(where() + problem + ".", cause);
    }

    /** The part and the path, for a message. */
    String where() {
        return "part '" + part.file() + "', " + path() + ": ";
    }

    private CorruptArtifactException expected(String what) {
        return corrupt("expected " + what + ", found " + kind()
                + (value instanceof Double || value instanceof String ? " that is none" : ""));
    }

    private String path() {
        if (parent == null) {
            return "$";
        }
        return parent.path() + (key == null ? "[" + index + "]" : "." + key);
    }

    @SuppressWarnings("unchecked") // the only maps are those of StrictJson
    private Map<String, @Nullable Object> map() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw expected("an object");
    }
}
