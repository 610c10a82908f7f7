package io.mlops4j.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that is being put together. */
final class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    JsonObject with(String key, @Nullable Object value) {
        members.put(key, value);
        return this;
    }

    Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
