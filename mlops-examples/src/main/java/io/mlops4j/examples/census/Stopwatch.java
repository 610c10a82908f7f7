package io.mlops4j.examples.census;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import java.util.List;

/** A first impression of the speed; {@code mlops-benchmarks} measures it. */
final class Stopwatch {

    private static final int CALLS = 1_000_000;

    private Stopwatch() {}

    /**
     * How long it took.
     *
     * @param nanosecondsEach for one prediction
     * @param meanProbability of the answers; with it somebody needs them, so that no compiler may leave them out
     */
    record Reading(double nanosecondsEach, double meanProbability) {}

    /** Asks for one after the other; the best of three rounds, so that the compiler's work does not count. */
    static Reading read(List<Person> people, Predictor<Person, Classification> predictor) {
        double best = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            sum = 0;
            int next = 0;
            for (int call = 0; call < CALLS; call++) {
                sum += predictor.predict(people.get(next)).probability();
                next = next + 1 == people.size() ? 0 : next + 1;
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) CALLS);
        }
        return new Reading(best, sum / CALLS);
    }
}
