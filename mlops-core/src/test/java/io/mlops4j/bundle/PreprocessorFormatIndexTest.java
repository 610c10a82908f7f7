package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps are restored by formats that were given, and by no other. */
class PreprocessorFormatIndexTest {

    private final byte[] bundle = Bundles.assemble(Samples.linear()).content().bytes();

    /** Claims a name. */
    private record Claim(String name) implements PreprocessorFormat {

        @Override
        public FittedPreprocessor restore(Map<String, Object> state) {
            throw new IllegalStateException("not the one that is meant");
        }
    }

    @Test
    @Tag("T27")
    void twoFormatsOfOneNameAreRefusedAndBothNamed() {
        assertThatExceptionOfType(MlopsException.class)
                .isThrownBy(() -> Bundles.reader(List.of(new Scale.Format(), new Claim("scale"))))
                .withMessage("Two formats restore steps called 'scale': io.mlops4j.bundle.Scale$Format and "
                        + "io.mlops4j.bundle.PreprocessorFormatIndexTest$Claim. Give only one of them.");
    }

    @Test
    void anUnknownStepIsRefusedWithThoseThatAreKnown() {
        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> Bundles.reader(List.of(new Claim("one-hot"), new Claim("impute")))
                        .read(bundle))
                .withMessage(
                        "Bundle in memory, part 'preparation.json', $.steps[0]: step 'scale' has no format here, only"
                                + " [impute, one-hot] have. Give its PreprocessorFormat to the reader.");
    }

    @Test
    void aFunctionThatIsNotThereIsNotAFaultOfTheBundle() {
        byte[] other = new Rebuilt(Samples.linear())
                .replace(Part.PREPARATION, "\"age\":5.684341886080802e-14", "\"function\":\"twice\"")
                .consistent();

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> Samples.reader().read(other))
                .withMessage("Bundle in memory, part 'preparation.json', $.steps[0]: step 'scale':"
                        + " there is no function 'twice' version 2.");
    }
}
