package io.mlops4j.event;

import java.io.Console;

/** Finds out whether the process writes to a terminal. */
final class Terminal {

    private Terminal() {}

    /** From JDK 22 on there is a console even without a terminal, and it can be asked; before, its presence is the answer. */
    @SuppressWarnings("SystemConsoleNull") // on JDK 17 a missing console is what tells
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
