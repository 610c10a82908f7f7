package io.mlops4j.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The stages of a run, in order. */
enum Stage {
    READ,
    VALIDATE,
    SPLIT,
    PREPARE,
    TRAIN,
    EVALUATE,
    BUNDLE;

    /** What people call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Stage::label).toList();
    }
}
