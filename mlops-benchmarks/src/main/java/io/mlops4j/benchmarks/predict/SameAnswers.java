package io.mlops4j.benchmarks.predict;

import java.util.function.ToDoubleFunction;

/** Refuses to time sides that do not compute the same. */
final class SameAnswers {

    private SameAnswers() {}

    static void require(
            Person[] people, ToDoubleFunction<Person> ours, ToDoubleFunction<Person> theirs, double tolerance) {
        for (Person person : people) {
            double difference = Math.abs(ours.applyAsDouble(person) - theirs.applyAsDouble(person));
            if (!(difference <= tolerance)) {
                throw new IllegalStateException("The sides differ by " + difference + " on " + person + ".");
            }
        }
    }

    /** A batch: the probabilities of both classes, row after row, and of the second alone, a row each. */
    static void require(double[] ours, float[][] theirs, double tolerance) {
        for (int row = 0; row < theirs.length; row++) {
            double difference = Math.abs(ours[2 * row + 1] - theirs[row][0]);
            if (!(difference <= tolerance)) {
                throw new IllegalStateException("The sides differ by " + difference + " on row " + row + ".");
            }
        }
    }
}
