package io.mlops4j.predict;

import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.stream.IntStream;

/** Which features the splits of an ensemble read at all. */
final class TestedFeatures {

    private final boolean[] tested;

    TestedFeatures(TreeEnsemble ensemble) {
        tested = new boolean[ensemble.features()];
        for (Tree tree : ensemble.trees()) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    tested[tree.feature(node)] = true;
                }
            }
        }
    }

    boolean contains(int feature) {
        return tested[feature];
    }

    /** The features of a column that a split reads, rising. */
    int[] of(PreparedColumn column) {
        return column.blocks().stream()
                .flatMapToInt(block -> IntStream.range(block.offset(), block.offset() + block.width()))
                .filter(this::contains)
                .toArray();
    }
}
