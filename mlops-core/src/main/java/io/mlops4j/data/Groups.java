package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rows belong together: those with the same group. Without such a column each row is a group of its own. */
final class Groups {

    private final int[] ofRows;
    private final int[] sizes;

    private Groups(int[] ofRows, int count) {
        this.ofRows = ofRows;
        this.sizes = new int[count];
        for (int group : ofRows) {
            sizes[group]++;
        }
    }

    /** The groups of all rows, numbered in the order in which they first come. */
    static Groups of(String split, Dataset rows) {
        int[] ofRows = new int[rows.size()];
        Optional<Column> column = column(split, rows.schema());
        if (column.isEmpty()) {
            Arrays.setAll(ofRows, row -> row);
            return new Groups(ofRows, ofRows.length);
        }
        String name = column.get().name();
        Values values = rows.values(name);
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < ofRows.length; row++) {
            String group = values.text(row);
            if (group == null) {
                throw new InvalidDataException(rows.schema().name() + ", row " + row + ": the group '" + name
                        + "' is missing, but every row needs one to stay with. Give a row that stands alone a group of"
                        + " its own, or leave it out.");
            }
            Integer known = numbers.putIfAbsent(group, numbers.size());
            ofRows[row] = known == null ? numbers.size() - 1 : known;
        }
        if (numbers.size() == 1) {
            throw new InvalidDataException(split + ": all " + ofRows.length + " rows have the same group '" + name
                    + "', '" + Excerpt.of(numbers.keySet().iterator().next())
                    + "', and a group stays on one side, expected at least two. Give more groups, or choose another"
                    + " column.");
        }
        return new Groups(ofRows, numbers.size());
    }

    /** The column that says which rows belong together, if there is one. */
    static Optional<Column> column(String split, Schema schema) {
        List<Column> columns = schema.withRole(Role.GROUP);
        if (columns.size() > 1) {
            throw new SchemaException(split + " keeps the rows of one group together, but " + schema.name() + " has "
                    + columns.size() + " groups: "
                    + String.join(", ", columns.stream().map(Column::name).toList())
                    + ". Leave one, or join them into one column.");
        }
        return columns.stream().findFirst();
    }

    /**
     * Draws groups by chance. One is taken if that brings the rows taken nearer to the wanted number; neither side is left
     * without a group, unless all rows are wanted or none.
     *
     * @return for each row whether it is taken
     */
    boolean[] draw(Shuffle shuffle, int wanted) {
        int[] order = new int[sizes.length];
        Arrays.setAll(order, group -> group);
        shuffle.draw(order, order.length);
        boolean[] taken = new boolean[order.length];
        int rows = 0;
        int groups = 0;
        for (int group : order) {
            boolean nearer = sizes[group] < 2L * (wanted - rows);
            boolean first = groups == 0 && wanted > 0;
            boolean last = groups == order.length - 1 && wanted < ofRows.length;
            if ((nearer || first) && !last) {
                taken[group] = true;
                rows += sizes[group];
                groups++;
            }
        }
        boolean[] chosen = new boolean[ofRows.length];
        for (int row = 0; row < chosen.length; row++) {
            chosen[row] = taken[ofRows[row]];
        }
        return chosen;
    }
}
