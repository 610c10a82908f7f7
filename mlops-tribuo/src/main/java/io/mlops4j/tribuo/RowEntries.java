package io.mlops4j.tribuo;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.train.FeatureSpace.Block;
import java.util.Arrays;
import java.util.List;

/**
 * The features that prepared rows have, row after row, in Tribuo's order: an explicit 0 is an entry, what is missing or absent is
 * none.
 */
final class RowEntries {

    private final FeatureOrder order;
    private final List<Block> blocks;
    private final Values[] columns;
    private final double greatest;
    private final double filler;
    private long[] keys;
    private double[] unsorted;
    private int size;

    private RowEntries(Dataset rows, FeatureOrder order, double greatest, double filler) {
        this.order = order;
        this.blocks = order.space().blocks();
        this.columns = blocks.stream().map(block -> column(rows, block)).toArray(Values[]::new);
        this.greatest = greatest;
        this.filler = filler;
        this.keys = new long[blocks.size() + 1];
        this.unsorted = new double[blocks.size() + 1];
    }

    /** For a linear model: a row without any feature, which Tribuo refuses, gets a 0, which changes nothing. */
    static RowEntries forLinear(Dataset rows, FeatureOrder order) {
        return new RowEntries(rows, order, Double.MAX_VALUE, 0);
    }

    /** For trees over single-precision numbers: a row without any feature gets a missing one, which changes nothing. */
    static RowEntries forTrees(Dataset rows, FeatureOrder order) {
        return new RowEntries(rows, order, Float.MAX_VALUE, Double.NaN);
    }

    private static Values column(Dataset rows, Block block) {
        Values values = rows.values(block.column());
        boolean fits = block.sparse()
                ? values instanceof SparseValues sparse && sparse.features().equals(block.names())
                : values instanceof NumericValues;
        if (!fits) {
            throw new SchemaException(
                    "The column '" + block.column() + "' does not hold the features on which the model was"
                            + " trained. Prepare the rows with the same fitted steps.");
        }
        return values;
    }

    /** Moves to a row. */
    void read(int row) {
        size = 0;
        for (int i = 0; i < columns.length; i++) {
            int offset = blocks.get(i).offset();
            if (columns[i] instanceof SparseValues sparse) {
                sparse.forEach(row, (feature, value) -> add(row, offset + feature, value));
            } else if (columns[i] instanceof NumericValues numbers && !numbers.missing(row)) {
                add(row, offset, numbers.get(row));
            }
        }
        if (size == 0) {
            keys[0] = 0;
            unsorted[0] = filler;
            size = 1;
        }
        Arrays.sort(keys, 0, size);
    }

    private void add(int row, int feature, double value) {
        if (!(Math.abs(value) <= greatest)) {
            throw new InvalidDataException("The feature '" + order.name(order.id(feature)) + "' of row " + row + " is "
                    + value + "; expected a finite number of at most " + greatest + ". Clip it, or drop the row.");
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            unsorted = Arrays.copyOf(unsorted, 2 * size);
        }
        keys[size] = (long) order.id(feature) << Integer.SIZE | size;
        unsorted[size] = value;
        size++;
    }

    /** How many entries the row has. */
    int size() {
        return size;
    }

    /** Tribuo's number of the feature of an entry. */
    int id(int entry) {
        return (int) (keys[entry] >>> Integer.SIZE);
    }

    double value(int entry) {
        return unsorted[(int) keys[entry]];
    }
}
