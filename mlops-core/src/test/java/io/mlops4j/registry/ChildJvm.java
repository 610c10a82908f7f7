package io.mlops4j.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that uses a registry. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    ChildJvm(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line that it prints, or null when it ended. */
    String line() throws IOException {
        return output.readLine();
    }

    /** All that it still prints, until it ends. */
    List<String> lines() {
        return output.lines().toList();
    }

    /** No shutdown hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        // the process's own method would also throw away what it printed last
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
