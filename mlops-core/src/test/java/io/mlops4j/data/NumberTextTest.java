package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T14")
class NumberTextTest {

    private static double parse(String text) {
        String padded = "7" + text + "7"; // what lies around the field must not matter
        return NumberText.parse(padded.toCharArray(), 1, 1 + text.length());
    }

    private static void agreesWithJava(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Property(tries = 5000)
    void agreesWithJavaOnEveryFiniteDouble(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            agreesWithJava(String.format(Locale.ROOT, "%.17e", value));
            String plain = new BigDecimal(value).toPlainString();
            agreesWithJava(plain.contains(".") ? plain : plain + ".0");
        }
    }

    @Property(tries = 5000)
    void agreesWithJavaOnDecimals(
            @ForAll @LongRange(min = -20_000_000_000_000_000L, max = 20_000_000_000_000_000L) long digits,
            @ForAll @IntRange(min = 1, max = 30) int decimals) {
        agreesWithJava(BigDecimal.valueOf(digits, decimals).toPlainString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0",
                "-0.0",
                "7",
                "007",
                "+1",
                "1.",
                ".5",
                "-.5",
                "1e3",
                "1E+3",
                "1e-3",
                "4.9e-324",
                "1e308",
                "1.7976931348623157e308",
                "2.2250738585072014E-308",
                "0.1",
                "9007199254740992",
                "-9007199254740992",
                "9007199254740993.0",
                "0.000000000000000000000000000001",
                "123456789012345678901234567890.5",
                "1e-400",
                "0.30000000000000004",
                "1e22",
                "1e23",
                "8.5e22",
                "0.0000000000000000000001",
                "5e-324",
                "3e-324"
            })
    void takesDecimalNumbers(String text) {
        agreesWithJava(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                ".",
                "-.",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1e5.0",
                "1.2.3",
                "1,5",
                "1 000",
                "--1",
                "+-1",
                "1d",
                "1f",
                "1D",
                "0x1p3",
                "0x10",
                "NaN",
                "nan",
                "Infinity",
                "-Infinity",
                "inf",
                "1e309",
                "-1e309",
                "1_000",
                "١٢٣",
                "１２",
                "½",
                "1e１",
                "1\u0000",
                "\u00001",
                "12abc",
                "true",
                "∞"
            })
    void refusesWhatIsNoFiniteDecimalNumber(String text) {
        assertThat(parse(text)).as(text).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "-9007199254740993",
                "999999999999999999",
                "9223372036854775808",
                "100000000000000000000000000000"
            })
    void refusesIntegersThatADoubleCannotHold(String text) {
        assertThat(parse(text)).as(text).isNaN();
    }

    @Test
    void takesLongTextsInTimeProportionalToTheirLength() {
        agreesWithJava("0." + "0".repeat(200_000) + "1");
        agreesWithJava("1." + "3".repeat(200_000));
        assertThat(parse("3".repeat(200_000))).isNaN();
    }
}
