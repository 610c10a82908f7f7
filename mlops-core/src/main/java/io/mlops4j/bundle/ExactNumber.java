package io.mlops4j.bundle;

import org.jspecify.annotations.Nullable;

/**
 * Measured numbers in JSON without loss. RFC 8785 has no NaN and no infinity and writes −0 as 0; here NaN, which stands for
 * "missing" or "not defined", is {@code null}, and the other three are texts.
 */
final class ExactNumber {

    private static final String NEGATIVE_ZERO = "-0";
    private static final String INFINITY = "Infinity";
    private static final String NEGATIVE_INFINITY = "-Infinity";

    private ExactNumber() {}

    static @Nullable Object encode(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITY : NEGATIVE_INFINITY;
        }
        return value == 0 && 1 / value < 0 ? NEGATIVE_ZERO : (Object) value;
    }

    static double decode(JsonValue json) {
        Object value = json.value();
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Double number) {
            return number;
        }
        if (NEGATIVE_ZERO.equals(value)) {
            return -0.0;
        }
        if (INFINITY.equals(value)) {
            return Double.POSITIVE_INFINITY;
        }
        if (NEGATIVE_INFINITY.equals(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        throw json.corrupt("expected a number, null, \"-0\", \"Infinity\" or \"-Infinity\", found " + json.kind());
    }
}
