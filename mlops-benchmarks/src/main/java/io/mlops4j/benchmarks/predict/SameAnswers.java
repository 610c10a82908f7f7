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
}
