package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Collects one test for each expected value, named by the way that leads to it. */
final class OracleEntries {

    /** What tells about values, and is none. */
    static final Set<String> REMARKS =
            Set.of("file", "note", "what", "description", "made_with", "nan_and_infinity", "threshold", "labels");

    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;
    private static final double RELATIVE_P = 1e-6;
    private static final double UNDERFLOW = 1e-300;

    /** Something that is computed when its test runs. */
    interface Computed<T> {
        T get() throws Exception;
    }

    /** Something that is computed once, when the first test needs it. */
    static final class Shared<T> implements Computed<T> {

        private final Computed<T> computed;
        private T value;

        Shared(Computed<T> computed) {
            this.computed = computed;
        }

        @Override
        public T get() throws Exception {
            if (value == null) {
                value = computed.get();
            }
            return value;
        }
    }

    private final List<DynamicTest> tests = new ArrayList<>();

    List<DynamicTest> tests() {
        return tests;
    }

    void number(String name, JsonNode expected, Computed<Double> found) {
        tests.add(DynamicTest.dynamicTest(name, () -> requireClose(number(expected), found.get())));
    }

    /** A probability: with fewer digits, but those even of the smallest. */
    void pValue(String name, JsonNode expected, Computed<Double> found) {
        tests.add(DynamicTest.dynamicTest(name, () -> {
            double wanted = number(expected);
            if (wanted == 0) {
                assertThat(found.get()).isBetween(0.0, UNDERFLOW);
            } else {
                assertThat(found.get())
                        .isCloseTo(wanted, org.assertj.core.data.Percentage.withPercentage(100 * RELATIVE_P));
            }
        }));
    }

    void numbers(String name, JsonNode expected, Computed<List<Double>> found) {
        tests.add(DynamicTest.dynamicTest(name, () -> requireClose(numbers(expected), found.get())));
    }

    void test(String name, org.junit.jupiter.api.function.Executable test) {
        tests.add(DynamicTest.dynamicTest(name, test));
    }

    /** Reports everything under a node as not built, entry by entry. */
    void notBuilt(String name, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().stream()
                    .filter(field -> !REMARKS.contains(field.getKey()))
                    .forEach(field -> notBuilt(name + "/" + field.getKey(), field.getValue()));
        } else {
            tests.add(DynamicTest.dynamicTest(name, () -> {
                System.out.println("skipped, not built yet: " + name);
                throw new TestAbortedException("not built yet: " + name);
            }));
        }
    }

    static Iterable<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().stream()
                .filter(field -> !REMARKS.contains(field.getKey()))
                .toList();
    }

    static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.isTextual() ? node.textValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("Not a number: " + node);
        };
    }

    static List<Double> numbers(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("Not a list: " + node);
        }
        List<Double> numbers = new ArrayList<>();
        node.forEach(item -> {
            if (item.isArray()) {
                numbers.addAll(numbers(item));
            } else {
                numbers.add(number(item));
            }
        });
        return numbers;
    }

    static void requireClose(List<Double> expected, List<Double> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            requireClose(expected.get(i), found.get(i));
        }
    }

    static void requireClose(double expected, double found) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(Double.valueOf(found)).isEqualTo(Double.valueOf(expected));
        } else {
            double tolerance = Math.max(ABSOLUTE, RELATIVE * Math.abs(expected));
            assertThat(found).isCloseTo(expected, org.assertj.core.data.Offset.offset(tolerance));
        }
    }
}
