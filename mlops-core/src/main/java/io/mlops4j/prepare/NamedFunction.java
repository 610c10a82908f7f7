package io.mlops4j.prepare;

import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * A function of one number that has a name and a version. A bundle holds these two and never the code, so whoever loads it
 * has to bring the function; change the version whenever the function gives another result.
 *
 * @param name letters, digits, dot, hyphen and underscore, at most 100, the first a letter or digit
 * @param version at least 1
 * @param function the function: pure, safe for use by many threads, and the same on every machine ({@code StrictMath} is,
 *     {@code Math} need not be)
 */
public record NamedFunction(String name, int version, DoubleUnaryOperator function) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Checks name and version. */
    public NamedFunction {
        if (!validName(name)) {
            throw new IllegalArgumentException("'" + Excerpt.of(name)
                    + "' is no name for a function: use letters, digits, '.', '-' and '_', at most 100, the first a letter or"
                    + " digit.");
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "The version of function '" + name + "' is at least 1, not " + version + ".");
        }
    }

    static boolean validName(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }
}
