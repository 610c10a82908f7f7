package io.mlops4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a named module uses the library as named modules, in a JVM of its own. */
class ModulePathTest {

    private static final String MODULE = """
            module example.app {
                requires io.mlops4j.core;
                exports example.open;
            }
            """;

    private static final String RECORD = """
            package example.open;
            public record House(double area, String street) {}
            """;

    private static final String HIDDEN = """
            package example.app;
            record Secret(double area) {}
            """;

    private static final String MAIN = """
            package example.app;
            import io.mlops4j.Mlops;
            import io.mlops4j.api.data.Columns;
            import io.mlops4j.api.data.Dataset;
            import io.mlops4j.api.predict.Classification;
            import io.mlops4j.bundle.BundleLimits;
            import io.mlops4j.check.Checks;
            import io.mlops4j.data.Rows;
            import io.mlops4j.evaluate.Metrics;
            import io.mlops4j.event.LoggingListener;
            import io.mlops4j.prepare.Preprocessors;
            import io.mlops4j.registry.Registries;
            import java.lang.invoke.MethodHandles;
            import java.util.List;
            public final class Main {
                private static List<Object> everyStage() {
                    return List.of(
                            Mlops.create().getClass().getSimpleName(),
                            Mlops.builder().discoverFormats(Main.class.getClassLoader()).build().getClass().getSimpleName(),
                            BundleLimits.class.getSimpleName(),
                            Checks.notNull("area"),
                            Preprocessors.standardize(Columns.named("area")).name(),
                            Metrics.accuracy().key(),
                            LoggingListener.class.getSimpleName(),
                            Registries.inMemory().models(),
                            Classification.class.getSimpleName());
                }

                public static void main(String[] arguments) {
                    System.out.println(Main.class.getModule().isNamed() + " " + Rows.class.getModule());
                    System.out.println(everyStage());
                    System.out.print(Dataset.of(Rows.of(example.open.House.class), List.of(new example.open.House(120, "Elm"))));
                    System.out.print(Dataset.of(Rows.of(Secret.class, MethodHandles.lookup()), List.of(new Secret(7))));
                    try {
                        Rows.of(Secret.class);
                        System.out.println("accepted");
                    } catch (RuntimeException e) {
                        System.out.println("refused: " + e.getMessage());
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private final String modulePath = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") || Files.exists(Path.of(entry, "module-info.class")))
            .filter(ModulePathTest::isNeeded)
            .collect(Collectors.joining(File.pathSeparator));

    private static boolean isNeeded(String entry) {
        return List.of(
                        "mlops-api",
                        "mlops-core",
                        "jackson",
                        "fastcsv",
                        "HdrHistogram",
                        "jdbi3",
                        "geantyref",
                        "caffeine",
                        "sqlite-jdbc",
                        "slf4j-api",
                        "jspecify")
                .stream()
                .anyMatch(entry::contains);
    }

    @BeforeEach
    void compile() throws IOException {
        write("module-info.java", MODULE);
        write("example/open/House.java", RECORD);
        write("example/app/Secret.java", HIDDEN);
        write("example/app/Main.java", MAIN);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--module-path",
                        modulePath,
                        "-d",
                        folder.resolve("classes").toString(),
                        source("module-info.java"),
                        source("example/open/House.java"),
                        source("example/app/Secret.java"),
                        source("example/app/Main.java"));
        assertThat(result).isZero();
    }

    @Test
    void readsAPublicRecordOfAnExportedPackageAndAnyRecordThroughALookup() throws Exception {
        String output = run();

        assertThat(output)
                .contains("true module io.mlops4j.core")
                .contains("[Mlops, Mlops, BundleLimits, ")
                .contains("standardize, accuracy, LoggingListener, [], Classification]")
                .contains("House: 1 rows × 2 columns")
                .contains("Secret: 1 rows × 1 columns")
                .contains("refused: ")
                .contains("MethodHandles.lookup()");
    }

    private String run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "--module-path",
                modulePath + File.pathSeparator + folder.resolve("classes"),
                "--module",
                "example.app/example.app.Main"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String source(String name) {
        return folder.resolve("src").resolve(name).toString();
    }
}
