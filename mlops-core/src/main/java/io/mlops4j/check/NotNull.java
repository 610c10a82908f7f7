package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** No value of some columns is missing. */
record NotNull(List<String> columns) implements Expectation {

    NotNull {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("notNull() needs at least one column name.");
        }
    }

    @Override
    public void check(Schema schema) {
        columns.forEach(schema::column);
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        Map<String, Long> missing = new LinkedHashMap<>();
        BrokenRows broken = new BrokenRows();
        for (int row = 0; row < rows.size(); row++) {
            boolean any = false;
            for (String column : columns) {
                Values values = rows.values(column);
                if (values.missing(row)) {
                    missing.merge(column, 1L, Long::sum);
                    any = true;
                }
            }
            if (any) {
                broken.add(row);
            }
        }
        String found = missing.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + " times")
                .collect(Collectors.joining(", "));
        return broken.violation(describe(), "without: " + found);
    }

    @Override
    public String describe() {
        return String.join(", ", columns) + " not missing";
    }
}
