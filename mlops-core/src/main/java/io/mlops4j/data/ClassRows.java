package io.mlops4j.data;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The rows of one class.
 *
 * @param name the class
 * @param rows its rows, rising
 */
record ClassRows(String name, List<Integer> rows) {

    /** All classes that have a row, by name. */
    static List<ClassRows> of(Dataset data, String target) {
        Values values = data.values(target);
        TreeMap<String, List<Integer>> byName = new TreeMap<>();
        for (int row = 0; row < data.size(); row++) {
            String name = values.text(row);
            if (name == null) {
                throw new InvalidDataException(data.schema().name() + ", row " + row + ": the target '" + target
                        + "' is missing, but every row needs a class to be divided by. Leave such rows out.");
            }
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
        }
        return byName.entrySet().stream()
                .map(group -> new ClassRows(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
