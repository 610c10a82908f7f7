package io.mlops4j.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that is being put together. */
public final class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** An object without members. */
    public JsonObject() {}

    /**
     * Adds a member, or replaces it.
     *
     * @param key its name
     * @param value a JSON value as {@link CanonicalJson} takes it, or null
     * @return this
     */
    public JsonObject with(String key, @Nullable Object value) {
        members.put(key, value);
        return this;
    }

    /**
     * The members.
     *
     * @return a view that cannot be changed
     */
    public Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
