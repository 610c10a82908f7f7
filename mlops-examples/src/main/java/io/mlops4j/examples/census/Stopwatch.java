package io.mlops4j.examples.census;

import io.mlops4j.api.predict.Predictor;
import java.util.List;

/** A first impression of the speed; {@code mlops-benchmarks} measures it. */
final class Stopwatch {

    private static final int CALLS = 1_000_000;

    private Stopwatch() {}

    /** The best of three rounds, so that the compiler's work does not count. */
    static double nanosecondsEach(List<Person> people, Predictor<Person, ?> predictor) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                predictor.predict(people.get(call % 2));
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) CALLS);
        }
        return best;
    }
}
