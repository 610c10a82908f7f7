package io.mlops4j.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A lineage line by line: each value with its path, in the order of the names. */
final class LineageLines {

    private final BiConsumer<String, Object> line;

    private LineageLines(BiConsumer<String, Object> line) {
        this.line = line;
    }

    static void each(Map<String, Object> lineage, BiConsumer<String, Object> line) {
        new LineageLines(line).walk("", lineage);
    }

    private void walk(String path, Map<?, ?> map) {
        Map<String, Object> ordered = new TreeMap<>();
        map.forEach((key, value) ->
                ordered.put(String.valueOf(key), String.valueOf(key).isEmpty() ? "" : value));
        ordered.forEach((key, value) -> {
            String name = path.isEmpty() ? key : path + "." + key;
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                walk(name, inner);
            } else {
                line.accept(name, value);
            }
        });
    }
}
