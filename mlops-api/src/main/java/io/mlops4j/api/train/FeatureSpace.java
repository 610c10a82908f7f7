package io.mlops4j.api.train;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of a model in their order: one for each numeric or boolean column, a block of several for each sparse one.
 *
 * @param blocks the columns in the order of the prepared data
 */
public record FeatureSpace(List<Block> blocks) {

    /**
     * The features of one column.
     *
     * @param column the column's name
     * @param sparse whether the features come from a sparse column, so that absent ones have no value
     * @param offset the index of its first feature
     * @param names the names of its features; for a dense column its own name
     */
    public record Block(String column, boolean sparse, int offset, List<String> names) {

        /** Copies the list. */
        public Block {
            names = List.copyOf(names);
        }
    }

    /** Checks that the blocks lie one after the other. */
    public FeatureSpace {
        blocks = List.copyOf(blocks);
        int next = 0;
        for (Block block : blocks) {
            if (block.offset() != next || (!block.sparse() && block.names().size() != 1)) {
                throw new IllegalArgumentException(
                        "The features of column '" + block.column() + "' do not start at " + next + ".");
            }
            next += block.names().size();
        }
    }

    /**
     * The features of prepared data.
     *
     * @param prepared what the last step of the preparation gave
     * @return the features of its feature columns
     * @throws SchemaException if a feature is neither numeric, boolean nor sparse
     */
    public static FeatureSpace of(Dataset prepared) {
        List<Block> blocks = new ArrayList<>();
        int offset = 0;
        for (Column column : prepared.schema().withRole(Role.FEATURE)) {
            boolean sparse = column.type() == ColumnType.SPARSE;
            if (!sparse && column.type() != ColumnType.NUMERIC && column.type() != ColumnType.BOOLEAN) {
                throw new SchemaException(
                        "the feature " + column + " is not a number; encode it, for example by oneHot().");
            }
            List<String> names =
                    sparse ? ((SparseValues) prepared.values(column.name())).features() : List.of(column.name());
            blocks.add(new Block(column.name(), sparse, offset, names));
            offset += names.size();
        }
        return new FeatureSpace(blocks);
    }

    /**
     * How many features there are.
     *
     * @return at least 0
     */
    public int size() {
        return blocks.isEmpty()
                ? 0
                : blocks.get(blocks.size() - 1).offset()
                        + blocks.get(blocks.size() - 1).names().size();
    }

    /**
     * The names of all features.
     *
     * @return one a feature, in order
     */
    public List<String> names() {
        return blocks.stream().flatMap(block -> block.names().stream()).toList();
    }
}
