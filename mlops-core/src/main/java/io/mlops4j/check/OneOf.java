package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All values of a column are among those that are allowed. */
record OneOf(String column, List<String> allowed) implements Expectation {

    private static final int SHOWN = 5;
    private static final int LONGEST = 40;

    OneOf {
        allowed = List.copyOf(allowed);
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("oneOf() needs at least one value that is allowed.");
        }
    }

    @Override
    public void check(Schema schema) {
        ColumnTypes.require(schema, column, describe(), ColumnType.CATEGORICAL, ColumnType.TEXT);
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        Set<String> known = Set.copyOf(allowed);
        Set<String> others = new LinkedHashSet<>();
        Values values = rows.values(column);
        BrokenRows broken = new BrokenRows();
        for (int row = 0; row < values.size(); row++) {
            String value = values.text(row);
            if (value != null && !known.contains(value)) {
                broken.add(row);
                if (others.size() <= SHOWN) {
                    others.add(shown(value));
                }
            }
        }
        return broken.violation(describe(), "with others: " + list(others));
    }

    private static String list(Set<String> others) {
        String first = String.join(", ", others.stream().limit(SHOWN).toList());
        return others.size() > SHOWN ? first + ", …" : first;
    }

    /** Neither a line break nor a whole page belongs into a message. */
    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "\uFFFD");
        return "'" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…") + "'";
    }

    @Override
    public String describe() {
        return column + " one of " + allowed;
    }
}
