package io.mlops4j.prepare;

import java.util.function.DoubleUnaryOperator;

/** Makes functions that pipelines can use. */
public final class Functions {

    private Functions() {}

    /**
     * A function of one number.
     *
     * @param name letters, digits, dot, hyphen and underscore, at most 100, the first a letter or digit
     * @param version at least 1; another one whenever the function gives another result
     * @param function the function: pure, safe for use by many threads, and the same on every machine ({@code StrictMath} is,
     *     {@code Math} need not be); it is not asked for missing numbers
     * @return the function with its name
     */
    public static NamedFunction number(String name, int version, DoubleUnaryOperator function) {
        return new NamedFunction(name, version, function);
    }
}
