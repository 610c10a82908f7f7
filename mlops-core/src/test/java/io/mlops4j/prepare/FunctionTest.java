package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.prepare.Preprocessors.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FunctionTest {

    private static final double NAN = Double.NaN;
    private static final NamedFunction LOG = Functions.number("log1p", 1, StrictMath::log1p);
    private static final NamedFunction ROOT = Functions.number("root", 3, StrictMath::sqrt);

    @Test
    void isAppliedToEachNumber() {
        assertThat(Rows.numbersAfter(function(numeric(), ROOT), Rows.numbers(4, 9, 0)))
                .containsExactly(2, 3, 0);
    }

    @Test
    void isNotAskedForWhatIsMissing() {
        NamedFunction always = Functions.number("one", 1, value -> 1);

        assertThat(Rows.numbersAfter(function(numeric(), always), Rows.numbers(5, NAN)))
                .containsExactly(1, NAN);
    }

    @Test
    void theColumnKeepsItsNullability() {
        Dataset rows = Rows.numbers(1, NAN);

        assertThat(function(numeric(), LOG).fit(rows).training().schema()).isEqualTo(rows.schema());
    }

    @Test
    @Tag("T14")
    void aResultThatIsNoNumberIsRefusedWhereNothingIsMissing() {
        FittedPreprocessor fitted = Rows.fit(function(numeric(), ROOT), Rows.numbers(4));

        assertThatThrownBy(() -> fitted.transform(Rows.numbers(-4)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "Column 'x': the function root version 3 gives NaN for -4.0, but the column is never missing."
                                + " Clip the column first, or mend the function and raise its version.");
    }

    @Test
    @Tag("T14")
    void aResultThatIsNoNumberIsMissingWhereThatIsAllowed() {
        assertThat(Rows.numbersAfter(function(numeric(), ROOT), Rows.numbers(-4, NAN)))
                .containsExactly(NAN, NAN);
    }

    @Test
    @Tag("T14")
    void anInfiniteResultIsRefusedEverywhere() {
        assertThatThrownBy(() -> function(numeric(), LOG).fit(Rows.numbers(-1, NAN)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "Column 'x': the function log1p version 1 gives -Infinity for -1.0, which is infinite.");
        assertThatThrownBy(() -> function(numeric(), LOG).fit(Rows.numbers(-1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("gives -Infinity");
    }

    @Test
    @Tag("T05")
    void onlyNameAndVersionAreStored() {
        assertThat(Rows.fit(function(numeric(), ROOT), Rows.numbers(4)).state())
                .isEqualTo(Map.of(
                        "columns",
                        List.of(Map.of("column", "x", "nullable", false, "function", "root", "version", 3))));
    }

    @Test
    void isRestoredByNameAndVersion() {
        FittedPreprocessor fitted = Rows.fit(function(numeric(), ROOT), Rows.numbers(4));
        NamedFunction older = Functions.number("root", 2, value -> -1);

        FittedPreprocessor restored = Rows.restore("function", fitted.state(), older, LOG, ROOT);

        assertThat(restored).isEqualTo(fitted);
        assertThat(Rows.numbersAfter(restored, Rows.numbers(16))).containsExactly(4);
    }

    @Test
    void theFirstVersionIsRestoredToo() {
        FittedPreprocessor fitted = Rows.fit(function(numeric(), LOG), Rows.numbers(4));

        assertThat(Rows.restore("function", fitted.state(), LOG)).isEqualTo(fitted);
    }

    @Test
    void anotherVersionIsNotTakenForIt() {
        Map<String, Object> state =
                Rows.fit(function(numeric(), ROOT), Rows.numbers(4)).state();
        NamedFunction first = Functions.number("root", 1, StrictMath::sqrt);
        NamedFunction second = Functions.number("root", 2, StrictMath::sqrt);

        assertThatThrownBy(() -> Rows.restore("function", state, first, LOG, second))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessage("Column 'x' needs the function 'root' in version 3, but only version 1, 2 is registered."
                        + " A bundle never holds code: give the function to Mlops.builder() before loading.");
    }

    @Test
    void anAbsentFunctionIsNamed() {
        Map<String, Object> state =
                Rows.fit(function(numeric(), ROOT), Rows.numbers(4)).state();

        assertThatThrownBy(() -> Rows.restore("function", state, LOG))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("needs the function 'root' in version 3, but no version of it is registered");
    }

    @Test
    void oneVersionCannotBeRegisteredTwice() {
        NamedFunction twin = Functions.number("root", 3, value -> 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreprocessorFormats.builtIn(List.of(LOG, ROOT, twin)))
                .withMessage("The function root version 3 is registered twice.");
    }

    @Test
    @Tag("T10")
    void aNameIsPlainAndAVersionStartsAtOne() {
        for (String name : List.of("", "a b", "../x", "${x}", "-a", "a".repeat(101), "l\u00f6g")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Functions.number(name, 1, value -> value))
                    .withMessageContaining("is no name for a function");
        }
        assertThat(Functions.number("a".repeat(100), 1, value -> value).version())
                .isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.number("a", 0, value -> value))
                .withMessage("The version of function 'a' is at least 1, not 0.");
    }
}
