package io.mlops4j.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** RFC 8785; its reference implementation is the oracle. */
class CanonicalJsonTest {

    @Test
    void writesTheSampleOfTheStandard() {
        Map<String, Object> sample = Map.of(
                "numbers", List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001),
                "string", "€$\017\nA'B\"\\\\\"/",
                "literals", Arrays.asList(null, true, false));

        assertThat(text(sample))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void ordersKeysByTheirUtf16UnitsAndNotByCodePoint() {
        Map<String, Object> sample =
                Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "ö", 7);

        assertThat(text(sample))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void escapesNoMoreThanItMust() {
        assertThat(text("\b\t\n\f\r\"\\\0\037\177\u2028/<é"))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\\\u0000\\u001f\177\u2028/<é\"");
    }

    @Test
    void writesEmptyThings() {
        assertThat(text(List.of())).isEqualTo("[]");
        assertThat(text(Map.of())).isEqualTo("{}");
        assertThat(text(new JsonObject())).isEqualTo("{}");
        assertThat(text("")).isEqualTo("\"\"");
        assertThat(text(null)).isEqualTo("null");
    }

    @Test
    void writesIntegersUpToTwoToThe53() {
        assertThat(text(List.of(1L << 53, -(1L << 53), 0, -7))).isEqualTo("[9007199254740992,-9007199254740992,0,-7]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(Map.of("rows", List.of(1, (1L << 53) + 1))))
                .withMessageContaining("$.rows[1]")
                .withMessageContaining("9007199254740993");
        assertThatIllegalArgumentException().isThrownBy(() -> text(Long.MIN_VALUE));
    }

    @Test
    void saysWhereSomethingIsNotJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(Map.of("when", Instant.EPOCH)))
                .withMessage("$.when: a java.time.Instant is not a JSON value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(List.of(1, Map.of("loss", Double.NaN))))
                .withMessage("$[1].loss: NaN is not a JSON value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(Map.of(1, "one")))
                .withMessageContaining("key");
        assertThatIllegalArgumentException().isThrownBy(() -> text(1.5f)).withMessageContaining("Float");
    }

    @Test
    void refusesHalfASurrogatePair() {
        for (String half : List.of("\ud83d", "\ude00", "\ud83dx", "\ude00\ud83d", "x\ud83d\ud83d\ude00")) {
            assertThatIllegalArgumentException().isThrownBy(() -> text(half)).withMessageContaining("surrogate");
        }
        assertThat(text("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    }

    @Test
    void refusesAListThatHoldsItself() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThatIllegalArgumentException().isThrownBy(() -> text(circle)).withMessageContaining("64 levels");
    }

    @Test
    void writes64LevelsAndNotOneMore() {
        Object nested = 1;
        for (int level = 0; level < 64; level++) {
            nested = List.of(nested);
        }
        Object deepest = nested;
        Object tooDeep = List.of(nested);

        assertThat(text(deepest)).isEqualTo("[".repeat(64) + "1" + "]".repeat(64));
        assertThatIllegalArgumentException().isThrownBy(() -> text(tooDeep));
    }

    @Property(tries = 500)
    void writesWhatTheOracleWrites(@ForAll(supplier = AnyJson.class) Object value) throws Exception {
        // the oracle takes only objects and arrays
        String canonical = text(List.of(value));

        assertThat(canonical).isEqualTo(new JsonCanonicalizer(canonical).getEncodedString());
    }

    private static String text(Object value) {
        return new String(CanonicalJson.write(value), UTF_8);
    }
}
