package io.mlops4j.predict;

/** Sizes for people. */
final class Kilobytes {

    private Kilobytes() {}

    static String of(long bytes) {
        return (bytes + 1023) / 1024 + " KB";
    }
}
