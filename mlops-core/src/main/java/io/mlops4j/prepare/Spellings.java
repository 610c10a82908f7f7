package io.mlops4j.prepare;

import java.util.Locale;

/** How a constant is written in states and messages. */
final class Spellings {

    private Spellings() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
