package io.mlops4j.examples.census;

import java.io.PrintStream;

/** The headings of the example. */
final class Title {

    private Title() {}

    static void print(PrintStream out, String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
    }
}
