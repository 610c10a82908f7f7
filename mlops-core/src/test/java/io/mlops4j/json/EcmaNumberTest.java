package io.mlops4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as ECMAScript writes them; the reference implementation of RFC 8785 is the oracle. */
class EcmaNumberTest {

    /** Appendix B of RFC 8785: IEEE 754 bits, and their text. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesTheSamplesOfTheStandard(String bits, String text) {
        assertThat(EcmaNumber.format(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @Test
    void writesTwoToTheMinus44AlikeOnEveryJdk() {
        assertThat(EcmaNumber.format(0x1p-44)).isEqualTo("5.684341886080802e-14");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-7, 1e-7",
        "1e21, 1e+21",
        "123456789, 123456789",
        "0.1, 0.1",
        "-1.5, -1.5",
        "2e-323, 2e-323",
        "1e-320, 1e-320",
        "120, 120"
    })
    void choosesTheNotation(double value, String text) {
        assertThat(EcmaNumber.format(value)).isEqualTo(text);
    }

    @Test
    void writesEveryPowerOfTwoAsTheOracleDoes() throws Exception {
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            double power = Math.scalb(1.0, exponent);
            for (double value : new double[] {Math.nextDown(power), power, Math.nextUp(power)}) {
                assertThat(EcmaNumber.format(value)).isEqualTo(NumberToJSON.serializeNumber(value));
            }
        }
    }

    /**
     * What the oracle writes. For a few subnormal numbers, such as 1e-320, it gives a hundred zeros and an exponent, which no
     * number of ECMA-262 has: these are its error, and have an example of their own.
     */
    private static String oracle(double value) throws IOException {
        String text = NumberToJSON.serializeNumber(value);
        Assume.that(!text.matches("-?0\\.0{6,}.*"));
        return text;
    }

    @Property
    void writesAnyDoubleAsTheOracleDoes(@ForAll long bits) throws Exception {
        double value = Double.longBitsToDouble(bits);
        Assume.that(Double.isFinite(value));

        String text = EcmaNumber.format(value);

        assertThat(text).isEqualTo(oracle(value));
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    @Property
    void writesSubnormalsAsTheOracleDoes(@ForAll @DoubleRange(min = 0, max = 1) double share) throws Exception {
        double value = Double.longBitsToDouble((long) (share * (1L << 52)));

        assertThat(EcmaNumber.format(value)).isEqualTo(oracle(value));
    }

    @Property
    void writesShortDecimalsAsTheyWereGiven(@ForAll int digits, @ForAll @DoubleRange(min = -20, max = 20) double scale)
            throws Exception {
        double value = digits * Math.pow(10, Math.rint(scale));

        assertThat(EcmaNumber.format(value)).isEqualTo(oracle(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatJsonDoesNotHave(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> EcmaNumber.format(value));
    }
}
