package io.mlops4j.api.registry;

import java.util.Map;
import java.util.regex.Pattern;

/** The grammar of the names in a registry: strict, so that none of them can be a path, a query or a line of a log. */
final class Names {

    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern RESERVED = Pattern.compile("latest|v[0-9]+", Pattern.CASE_INSENSITIVE);
    private static final int SHOWN = 40;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 500;

    private Names() {}

    static void requireModel(String name) {
        if (!MODEL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a model is made of letters, digits, dot, hyphen and underscore,"
                            + " at most 100, the first a letter or digit; not " + shown(name) + ".");
        }
    }

    static void requireAlias(String name) {
        if (!ALIAS.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An alias is made of letters, digits, hyphen and underscore, at most 255; not " + shown(name)
                            + ".");
        }
        if (RESERVED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The alias '" + name + "' is reserved: 'latest' and 'v' with a number look like versions.");
        }
    }

    static void requireLine(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " is one line of at most " + longest
                    + " characters and not empty; not " + shown(text) + ".");
        }
    }

    static void requireText(String what, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
            throw new IllegalArgumentException(what + " has at most " + longest
                    + " characters and no control character but line feeds; not " + shown(text) + ".");
        }
    }

    static void requireTags(Map<String, String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(
                    "There are at most " + MOST_TAGS + " tags on one thing, not " + tags.size() + ".");
        }
        tags.forEach((name, value) -> {
            if (!MODEL.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "The name of a tag is made of letters, digits, dot, hyphen and underscore,"
                                + " at most 100, the first a letter or digit; not " + shown(name) + ".");
            }
            requireLine("The value of tag '" + name + "'", value, LONGEST_TAG);
        });
    }

    /** Short, and with nothing in it that a terminal or a log would obey. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints()
                .limit(SHOWN)
                .forEach(point -> shown.appendCodePoint(Character.isISOControl(point) ? '\uFFFD' : point));
        return shown.append(text.length() > SHOWN ? "…'" : "'").toString();
    }
}
