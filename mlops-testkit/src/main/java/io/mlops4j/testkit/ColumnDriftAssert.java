package io.mlops4j.testkit;

import io.mlops4j.api.monitor.BinCount;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about how one column compares with its reference.
 *
 * <pre>{@code
 * assertThat(report).column("port").hasDrifted().hasCount("(unseen)", 10);
 * }</pre>
 */
public final class ColumnDriftAssert extends AbstractMlopsAssert<ColumnDriftAssert, ColumnDrift> {

    ColumnDriftAssert(@Nullable ColumnDrift actual) {
        super(actual, ColumnDriftAssert.class);
    }

    /**
     * Both size and test say that it has moved.
     *
     * @return this
     */
    public ColumnDriftAssert hasDrifted() {
        return is(State.DRIFTED, "to have drifted");
    }

    /**
     * Nothing speaks for a difference, and there is enough data to say so.
     *
     * @return this
     */
    public ColumnDriftAssert isStable() {
        return is(State.STABLE, "to be stable");
    }

    /**
     * Nothing can be said yet.
     *
     * @return this
     */
    public ColumnDriftAssert hasTooLittleData() {
        return is(State.NOT_ENOUGH_DATA, "to have too little data");
    }

    /**
     * How many values of the window fell into a bin.
     *
     * @param bin its label, such as {@code (unseen)}, {@code (missing)} or a category
     * @param count how many
     * @return this
     */
    public ColumnDriftAssert hasCount(String bin, long count) {
        isNotNull();
        BinCount found = actual.bins().stream()
                .filter(one -> one.label().equals(bin))
                .findFirst()
                .orElseThrow(() -> fail("Expected a bin '" + bin + "' of column '" + actual.column()
                        + "', but there are "
                        + actual.bins().stream().map(BinCount::label).toList()));
        return require(
                found.current() == count,
                () -> "Expected " + count + " values in bin '" + bin + "' of column '" + actual.column()
                        + "', but there are " + found.current());
    }

    private ColumnDriftAssert is(State state, String expected) {
        isNotNull();
        return require(
                actual.state() == state,
                () -> "Expected column '" + actual.column() + "' " + expected + ", but found " + actual);
    }
}
