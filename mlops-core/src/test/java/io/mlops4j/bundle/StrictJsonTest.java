package io.mlops4j.bundle;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.AnyJson;
import io.mlops4j.json.CanonicalJson;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON has one form, and limits. */
class StrictJsonTest {

    @Test
    void readsPlainValues() {
        assertThat(read("{\"a\":[1,true,null,\"é\"],\"b\":{}}").value())
                .isEqualTo(Map.of("a", java.util.Arrays.asList(1.0, true, null, "é"), "b", Map.of()));
    }

    @Test
    @Tag("T05")
    void refusesAKeyThatStandsTwice() {
        refused("{\"a\":1,\"a\":1}").withMessageContaining("the key 'a' stands twice");
    }

    @ParameterizedTest
    @Tag("T05")
    @ValueSource(
            strings = {
                "",
                "{",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "[1]]",
                "nul",
                "{a:1}",
                "{'a':1}",
                "// note\n[]",
                "[]/**/",
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[+1]",
                "[01]",
                "[.5]",
                "[1.]",
                "[0x1]",
                "[\"\t\"]",
                "[\"\\x\"]",
                "\uFEFF[]"
            })
    void refusesWhatIsNotStrictJson(String text) {
        refused(text);
    }

    @Test
    @Tag("T05")
    void refusesBytesOfNoEncoding() {
        byte[] beyondTheLastCharacter = {0, 0, (byte) 0xFE, (byte) 0xFF, 0, 0x11, 0, 0};

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader(BundleLimits.DEFAULTS.json())
                        .parse(Part.LINEAGE, new StoredEntry("x", beyondTheLastCharacter)))
                .withMessageContaining("part 'lineage.json': its bytes are no text");
    }

    @ParameterizedTest
    @Tag("T05")
    @ValueSource(
            strings = {
                " []",
                "[] ",
                "[\n]",
                "[1, 2]",
                "{\"b\":1,\"a\":2}",
                "[1.0]",
                "[1e1]",
                "[1E+30]",
                "[-0]",
                "[0.0]",
                "[1e400]",
                "[\"\\u0041\"]",
                "[\"\\/\"]",
                "[\"\\u000A\"]",
                "[\"\\ud83d\"]",
                "[\"\\ud83d\\ude00\"]",
                "[0.10]",
                "[9007199254740993]"
            })
    void refusesAnotherFormOfTheSameValue(String text) {
        refused(text);
    }

    @Test
    @Tag("T05")
    void refusesASecondValue() {
        refused("[][]").withMessageContaining("follows");
    }

    @Test
    @Tag("T05")
    void refusesOtherEncodings() {
        refused("[\"a\"]".getBytes(UTF_16));
        refused(new byte[] {'[', '"', (byte) 0xc0, (byte) 0xaf, '"', ']'}); // an overlong slash
        refused(new byte[] {'[', '"', (byte) 0xff, '"', ']'});
    }

    @Test
    void namesThePartAndThePlaceButNeverTheText() {
        refused("[1,2,secret]")
                .withMessageStartingWith("part 'lineage.json': it is not strict JSON near byte ")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
        refused("{\"a\": 1}")
                .withMessage("part 'lineage.json': it is not in canonical form (RFC 8785) from byte 5 on.");
    }

    @Test
    @Tag("T02")
    void refusesAMillionLevels() {
        beyond("[".repeat(1_000_000), BundleLimits.DEFAULTS.json()).withMessageContaining("64");
        beyond("{\"a\":".repeat(1_000_000), BundleLimits.DEFAULTS.json()).withMessageContaining("64");
    }

    @Test
    @Tag("T02")
    void refusesWhatIsBeyondItsLimits() {
        BundleLimits.Json limits = new BundleLimits.Json(100, 3, 4, 5, 6, 20);

        beyond("[[[[1]]]]", limits);
        beyond("[\"12345\"]", limits);
        beyond("{\"12345\":1}", limits);
        beyond("[123456]", limits);
        beyond("[1,2,3,4,5,6,7]", limits).withMessageContaining("more than 6 elements");
        beyond("[[1,2,3,4,5],[1,2,3,4,5],[1,2,3,4,5]]", limits);
        beyond("[" + "1".repeat(99) + "]", limits).withMessageContaining("101 bytes of JSON, the limit is 100");
    }

    @Test
    void readsWhatIsAtItsLimits() {
        assertThat(reader(new BundleLimits.Json(100, 3, 4, 5, 6, 100))
                        .read(Part.LINEAGE, entry("[[[12345]],\"1234\",3,4,5,6]"))
                        .list())
                .hasSize(6);
        byte[] fifty = ("[\"" + "1".repeat(46) + "\"]").getBytes(UTF_8);
        assertThat(reader(new BundleLimits.Json(50, 3, 50, 5, 6, 9))
                        .read(Part.LINEAGE, new StoredEntry("x", fifty))
                        .list())
                .hasSize(1);
    }

    @Test
    void whatWasReadCannotBeChanged() {
        Map<String, Object> members = read("{\"a\":[1]}").members();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> members.put("b", 1));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((List<?>) members.get("a")).clear());
    }

    @Property(tries = 500)
    void readsWhatWasWritten(@ForAll(supplier = AnyJson.class) Object value) {
        String canonical = new String(CanonicalJson.write(List.of(value)), UTF_8);

        assertThat(read(canonical).value()).isEqualTo(List.of(value));
    }

    static JsonValue read(String text) {
        return reader(BundleLimits.DEFAULTS.json()).read(Part.LINEAGE, entry(text));
    }

    private static StrictJson reader(BundleLimits.Json limits) {
        return new StrictJson(limits);
    }

    /** In the middle of other bytes, as in a bundle. */
    private static StoredEntry entry(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] around = ("[[" + text + "]]").getBytes(UTF_8);
        return new StoredEntry("lineage.json", ByteBuffer.wrap(around).slice(2, bytes.length));
    }

    private static ThrowableAssertAlternative<CorruptArtifactException> refused(String text) {
        return assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("part 'lineage.json'");
    }

    private static ThrowableAssertAlternative<BeyondLimitException> beyond(String text, BundleLimits.Json limits) {
        return assertThatExceptionOfType(BeyondLimitException.class)
                .isThrownBy(() -> reader(limits).read(Part.LINEAGE, entry(text)))
                .withMessageStartingWith("part 'lineage.json': it is beyond a limit: ")
                .withMessageEndingWith(" Raise BundleLimits.json if you trust it.");
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader(BundleLimits.DEFAULTS.json())
                        .read(Part.LINEAGE, new StoredEntry("lineage.json", bytes)));
    }
}
