package io.mlops4j.data;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the names of Java into those of data. */
final class SnakeCase {

    /** Between a small letter or digit and a capital, and before the last capital of a row of them: userID, HTTPStatus. */
    private static final Pattern BOUNDARY =
            Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private SnakeCase() {}

    static String of(String name) {
        return BOUNDARY.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
