package io.mlops4j.prepare;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What scikit-learn gives for the same rows, within 1e-9. {@code -Doracles=DIR} takes every {@code preprocessing*.json} of
 * another folder.
 */
class PreprocessingOraclesTest {

    private static final Set<String> NOT_AN_ENTRY =
            Set.of("description", "made_with", "nan_and_infinity", "file", "numeric_columns");

    @TestFactory
    List<DynamicTest> agreesWithScikitLearn() throws IOException {
        Path folder = folder();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(PreprocessingOraclesTest::isOracle).sorted().toList();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files) {
            JsonNode oracle = new ObjectMapper().readTree(Files.readString(file));
            PreprocessingOracle entries = PreprocessingOracle.of(folder, oracle);
            oracle.fieldNames().forEachRemaining(name -> {
                if (!NOT_AN_ENTRY.contains(name)) {
                    tests.add(
                            dynamicTest(file.getFileName() + ": " + name, () -> entries.check(name, oracle.get(name))));
                }
            });
        }
        if (tests.isEmpty()) {
            tests.add(dynamicTest("preprocessing*.json", () -> abort("The folder has no preprocessing*.json.")));
        }
        return tests;
    }

    private static boolean isOracle(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("preprocessing") && name.endsWith(".json");
    }

    /** A relative folder is looked for from the module and from its parent, whichever the command was given in. */
    private static Path folder() {
        Path folder = Path.of(System.getProperty("oracles", "src/test/resources/oracles"));
        return Stream.of(
                        folder,
                        Path.of("..").resolve(folder),
                        Path.of("mlops-core").resolve(folder))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no folder " + folder));
    }
}
