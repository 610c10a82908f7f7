package io.mlops4j.deploy;

import io.mlops4j.api.predict.Classes;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How a truth that was told compares with answers: as a class, or as a number. */
sealed interface TruthMeasure {

    /**
     * The truth as 64 bits, so that two truths of one answer can be compared.
     *
     * @param version the version that gave the answer
     * @throws IllegalArgumentException if the version gives no such answers
     */
    long encode(int version);

    /** How wrong an answer is. */
    double error(long predicted, long truth);

    /**
     * A class: an answer is right or wrong.
     *
     * @param label its name
     * @param classes the classes of each version
     */
    record OfClass(String label, IntFunction<@Nullable Classes> classes) implements TruthMeasure {

        @Override
        public long encode(int version) {
            Classes known = classes.apply(version);
            if (known == null) {
                throw new IllegalArgumentException(
                        "The model gives numbers, so a truth is a number, not '" + label + "'.");
            }
            return known.find(label)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The model knows no class '" + label + "', only " + known.names() + "."));
        }

        @Override
        public double error(long predicted, long truth) {
            return predicted == truth ? 0 : 1;
        }
    }

    /**
     * A number: an answer is so far from it.
     *
     * @param value the number
     * @param classes the classes of each version
     */
    record OfNumber(double value, IntFunction<@Nullable Classes> classes) implements TruthMeasure {

        public OfNumber {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A truth is a finite number, not " + value + ".");
            }
        }

        @Override
        public long encode(int version) {
            Classes known = classes.apply(version);
            if (known != null) {
                throw new IllegalArgumentException("The model gives one of the classes " + known.names()
                        + ", so a truth is one of them, not " + value + ".");
            }
            return Double.doubleToRawLongBits(value + 0.0);
        }

        @Override
        public double error(long predicted, long truth) {
            return Math.abs(Double.longBitsToDouble(predicted) - Double.longBitsToDouble(truth));
        }
    }
}
