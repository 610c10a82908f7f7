package io.mlops4j.prepare;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.predict.Classes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a stored state strictly: every key is there, has the right type, and is asked for. */
final class StateReader {

    private final String step;
    private final @Nullable StateReader parent;
    private final String key;
    private final int index;
    private final Map<?, ?> state;
    private final Set<String> asked = new HashSet<>();

    /**
     * A reader of an object.
     *
     * @param parent the reader of the object in which it stands, or null
     * @param key of the list in which it stands there
     * @param index its place in the list
     */
    private StateReader(String step, @Nullable StateReader parent, String key, int index, Map<?, ?> state) {
        this.step = step;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.state = state;
    }

    static StateReader of(String step, Map<String, Object> state) {
        return new StateReader(step, null, "", 0, state);
    }

    String text(String key) {
        return typed(get(key), String.class, key, "a text");
    }

    boolean isText(String key) {
        return get(key) instanceof String;
    }

    /** A text with at least one character that is not blank. */
    String name(String key) {
        String name = text(key);
        require(!name.isBlank(), key, "a name");
        return name;
    }

    boolean flag(String key) {
        return typed(get(key), Boolean.class, key, "true or false");
    }

    /** A finite number. */
    double number(String key) {
        double number = typed(get(key), Number.class, key, "a number").doubleValue();
        require(Double.isFinite(number), key, "a finite number");
        return number;
    }

    int integer(String key) {
        double number = number(key);
        require(number == (int) number, key, "an integer");
        return (int) number;
    }

    /** One of the constants of an enum, in lower case. */
    <E extends Enum<E>> E constant(String key, Set<E> allowed) {
        String text = text(key);
        return allowed.stream()
                .filter(constant -> Spellings.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        key,
                        "one of " + allowed.stream().map(Spellings::of).sorted().toList()));
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            texts.add(typed(element, String.class, key, "a list of texts"));
        }
        return List.copyOf(texts);
    }

    /** Texts, each once, by code point. */
    List<String> orderedTexts(String key) {
        List<String> texts = texts(key);
        for (int i = 1; i < texts.size(); i++) {
            boolean rising = Classes.BY_CODE_POINT.compare(texts.get(i - 1), texts.get(i)) < 0;
            require(rising, key, "texts ordered by code point, each once");
        }
        return texts;
    }

    List<StateReader> objects(String key) {
        List<StateReader> readers = new ArrayList<>();
        for (Object element : list(key)) {
            Map<?, ?> object = typed(element, Map.class, key, "a list of objects");
            readers.add(new StateReader(step, this, key, readers.size(), object));
        }
        return readers;
    }

    void require(boolean holds, String key, String expected) {
        if (!holds) {
            throw wrong(key, expected);
        }
    }

    /** Refuses keys that nobody asked for. */
    void end() {
        for (Object key : state.keySet()) {
            if (!(key instanceof String) || !asked.contains(key)) {
                throw wrong(Excerpt.of(String.valueOf(key)), "no such key");
            }
        }
    }

    private List<?> list(String key) {
        return typed(get(key), List.class, key, "a list");
    }

    private @Nullable Object get(String key) {
        asked.add(key);
        require(state.containsKey(key), key, "a value, but there is none");
        return state.get(key);
    }

    private <T> T typed(@Nullable Object value, Class<T> type, String key, String expected) {
        if (!type.isInstance(value)) {
            throw wrong(key, expected);
        }
        return type.cast(value);
    }

    private String path() {
        return parent == null ? "" : parent.path() + key + "[" + index + "].";
    }

    private CorruptArtifactException wrong(String key, String expected) {
        return new CorruptArtifactException("The stored step '" + step + "' is damaged at '" + path() + key
                + "': expected " + expected + ". Restore a good copy of the bundle.");
    }
}
