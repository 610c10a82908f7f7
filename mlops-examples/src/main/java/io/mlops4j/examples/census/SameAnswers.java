package io.mlops4j.examples.census;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import java.util.Arrays;
import java.util.List;

/** Shows that a loaded model answers as it did when it was trained, to the last bit. */
final class SameAnswers {

    private SameAnswers() {}

    static void requireGolden(Bundle bundle, Predictor<Person, Classification> loaded) {
        GoldenRows golden = bundle.golden();
        double[] expected = golden.answers();
        double[] found = new double[expected.length];
        loaded.scorer().score(golden.inputs(), found);
        if (!Arrays.equals(expected, found)) {
            throw new IllegalStateException("The loaded model gives other golden answers than the trained one.");
        }
    }

    static void require(
            Predictor<Person, Classification> trained, Predictor<Person, Classification> loaded, List<Person> people) {
        for (Person person : people) {
            Classification expected = trained.predict(person);
            Classification found = loaded.predict(person);
            if (!expected.equals(found)) { // compares the bits of all probabilities
                throw new IllegalStateException(
                        "The loaded model says " + found + " of " + person + ", the trained one " + expected + ".");
            }
        }
    }
}
