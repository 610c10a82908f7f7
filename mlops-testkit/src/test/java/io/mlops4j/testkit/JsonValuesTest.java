package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

    @Test
    void takesWhatCanBeStored() {
        assertThat(JsonValues.problem(
                        "state", Map.of("a", List.of("text", true, 1, 2L, 0.5), "b", Map.of("c", List.of()))))
                .isEmpty();
    }

    @Test
    void saysWhereSomethingCannotBeStored() {
        assertThat(JsonValues.problem("state", Map.of("a", List.of(1, Double.NaN))))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("state.a[1] is java.lang.Double NaN"));
        assertThat(JsonValues.problem("state", Map.of("a", new ArrayList<>(Arrays.asList("x", null)))))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("state.a[1] is null"));
        assertThat(JsonValues.problem("state", Map.of(1, "x")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("the key 1"));
        assertThat(JsonValues.problem("state", (1L << 53) + 1)).isPresent();
        assertThat(JsonValues.problem("state", 1.5f)).isPresent();
        assertThat(JsonValues.problem("state", Double.POSITIVE_INFINITY)).isPresent();
    }

    @Test
    void givesNumbersBackAsDoubles() {
        assertThat(JsonValues.storedObject(Map.of("a", 1, "b", List.of(2L, "x"), "c", Map.of("d", true))))
                .isEqualTo(Map.of("a", 1.0, "b", List.of(2.0, "x"), "c", Map.of("d", true)));
    }
}
