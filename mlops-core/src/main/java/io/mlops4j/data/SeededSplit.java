package io.mlops4j.data;

import io.mlops4j.api.data.Split;

/** A split that draws rows by chance. */
public sealed interface SeededSplit extends Split permits RandomSplit, StratifiedSplit {

    /**
     * The same split with other chances.
     *
     * @param seed any number; the same one gives the same parts
     * @return a new split
     */
    SeededSplit seed(long seed);
}
