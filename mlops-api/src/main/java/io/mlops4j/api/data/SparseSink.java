package io.mlops4j.api.data;

/** Takes the entries of one sparse row. */
@FunctionalInterface
public interface SparseSink {

    /**
     * Takes one entry.
     *
     * @param feature the index of the feature within its block, from 0, rising within a row
     * @param value its value
     */
    void add(int feature, double value);
}
