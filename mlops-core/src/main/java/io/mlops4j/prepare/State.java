package io.mlops4j.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map of JSON values in the making; its keys keep the order in which they were put. */
final class State {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private State() {}

    static State with(String key, Object value) {
        return new State().and(key, value);
    }

    State and(String key, Object value) {
        values.put(key, value);
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(values);
    }
}
