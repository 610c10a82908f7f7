package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.SingleScorer;
import java.util.List;

/** A model, compiled or not, that scores rows of a type and can be closed. */
interface RowModel<I> extends SingleScorer<I>, AutoCloseable {

    List<InputCounts> counts();

    /** As {@link #score(Dataset, double[])}, for rows that are nobody's question: they do not enter the counts. */
    void scoreUncounted(Dataset rows, double[] scores);

    /** A new place to score rows at. */
    Station<I> station();

    /** The columns that can be looked at there. */
    List<InputColumn> columns();

    /** The columns of the reader that the model does not know. */
    List<String> extraColumns();

    /** The nullable columns of the model that the reader does not have. */
    List<String> absentColumns();

    /** Whether {@link #score(Object)} is there. */
    boolean isSingle();

    /** Lets no call begin any more, and releases the model after the last one, without waiting for it. */
    void retire();

    /** The same, and waits. */
    @Override
    void close();
}
