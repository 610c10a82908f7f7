package io.mlops4j.pipeline;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Chooses rows whose answers are worth remembering: spread evenly, and one with a missing value for each column that has one. */
final class GoldenChoice {

    private static final int SPREAD = 64;
    private static final int FEWEST = 32;

    private GoldenChoice() {}

    /** From the test rows, or from the training rows where there are too few of those, or from all where both are few. */
    static Dataset from(Dataset test, Dataset training) {
        Dataset rows = test.size() >= FEWEST ? test : training.size() >= FEWEST ? training : both(test, training);
        TreeSet<Integer> chosen = new TreeSet<>();
        int wanted = Math.min(SPREAD, rows.size());
        for (int i = 0; i < wanted; i++) {
            chosen.add((int) ((long) i * rows.size() / wanted));
        }
        for (int column = 0; column < rows.schema().size(); column++) {
            firstMissing(rows.values(column), chosen);
        }
        return rows.rows(chosen.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Dataset both(Dataset test, Dataset training) {
        Deque<Dataset> parts = new ArrayDeque<>(List.of(test, training));
        return Dataset.collect(test.schema(), new Batches() {
            @Override
            public @Nullable Dataset next() {
                return parts.poll();
            }

            @Override
            public void close() {}
        });
    }

    private static void firstMissing(Values values, Set<Integer> chosen) {
        for (int row = 0; row < values.size(); row++) {
            if (values.missing(row)) {
                chosen.add(row);
                return;
            }
        }
    }
}
