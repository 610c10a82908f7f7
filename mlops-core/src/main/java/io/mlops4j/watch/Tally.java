package io.mlops4j.watch;

import io.mlops4j.predict.InputColumn;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Everything that is counted of one version, in blocks: whoever answers has one for himself, so that none waits for another.
 * Totals are exact and never fall. Safe for use by many threads.
 */
public final class Tally {

    private final TallyLayout layout;
    private final NumberSlots numbers;
    private final CategorySlots categories;
    private final Collection<TallyBlock> blocks = new ConcurrentLinkedQueue<>();

    /**
     * A tally of a version.
     *
     * @param reference its bins
     * @param columns what can be seen of a row; a column that cannot be seen is not counted
     */
    public Tally(ReferenceBins reference, List<InputColumn> columns) {
        layout = new TallyLayout(reference, columns);
        numbers = new NumberSlots(layout.numbers());
        categories = new CategorySlots(layout.categories());
    }

    /**
     * One more block, which counts from now on and for ever.
     *
     * @return a block for one caller at a time
     */
    public TallyBlock newBlock() {
        TallyBlock block = new TallyBlock(layout, numbers, categories);
        blocks.add(block);
        return block;
    }

    /**
     * How many rows were answered. Cheap.
     *
     * @return the total at this moment
     */
    public long answers() {
        return sum(TallyLayout.ANSWERS);
    }

    /**
     * How many rows were not answered. Cheap.
     *
     * @return the total at this moment
     */
    public long failures() {
        return sum(TallyLayout.FAILURES);
    }

    private long sum(int index) {
        return blocks.stream().mapToLong(block -> block.get(index)).sum();
    }

    /**
     * Everything. Each row is in all of the counts or in none; whoever counts is not stopped.
     *
     * @return the totals at this moment
     */
    public synchronized Counts counts() {
        long[] totals = new long[layout.size()];
        for (TallyBlock block : blocks) {
            long[] values = block.copy();
            for (int i = 0; i < totals.length; i++) {
                totals[i] += values[i];
            }
        }
        return layout.counts(totals);
    }
}
