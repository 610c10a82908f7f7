package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** Parts that do not belong to one model are not put into one bundle. */
class BundlePartsTest {

    private final BundleParts good = Samples.linear();

    private Schema input = good.input();
    private List<Dictionary> categories = good.categories();
    private Target<?> target = good.target();
    private Optional<Classes> classes = good.classes();
    private List<FittedPreprocessor> steps = good.steps();
    private FeatureSpace space = good.space();
    private Optional<ModelForm> form = good.form();
    private Optional<ReferenceModel> reference = good.reference();
    private GoldenRows golden = good.golden();
    private Map<String, Object> lineage = good.lineage();

    private BundleParts parts() {
        return new BundleParts(
                "changed",
                input,
                categories,
                target,
                classes,
                steps,
                space,
                form,
                reference,
                golden,
                good.profile(),
                good.evaluation(),
                lineage);
    }

    @Test
    void everyColumnHasADictionaryWhichIsEmptyUnlessItIsCategorical() {
        categories = List.of(Samples.SEX);
        refused().withMessageContaining("5 input columns need as many dictionaries, not 1");

        categories = List.of(Samples.SEX, Samples.SEX, Dictionary.empty(), Dictionary.empty(), Dictionary.empty());
        refused().withMessageContaining("The input column age: numeric? has categories");
    }

    @Test
    void aSparseColumnIsNoInput() {
        input = Schema.of("Passenger", Column.of("words", ColumnType.SPARSE));
        categories = List.of(Dictionary.empty());

        refused().withMessageContaining("words: sparse cannot be read from a row");
    }

    @Test
    void classesBelongToCategories() {
        target = Target.number("fare");
        refused().withMessageContaining("has classes if its target is a category");

        target = good.target();
        classes = Optional.empty();
        refused().withMessageContaining("has classes if its target is a category");
    }

    @Test
    void thereIsAModel() {
        form = Optional.empty();

        refused().withMessageContaining("flat arrays, a reference model, or both");
    }

    @Test
    void theModelReadsTheFeaturesOfThePreparation() {
        space = new FeatureSpace(List.of());

        refused().withMessageContaining("The model reads 3 features, the preparation gives 0");
    }

    @Test
    void theLinkBelongsToTheTarget() {
        form = Optional.of(new LinearModel(new double[1][3], new double[1], Link.IDENTITY));
        refused().withMessageContaining("IDENTITY does not belong to this target");

        form = Optional.of(new LinearModel(new double[3][3], new double[3], Link.SOFTMAX));
        refused().withMessageContaining("The model gives 3 numbers, the target needs 2");

        form = Optional.of(new LinearModel(new double[2][3], new double[2], Link.SOFTMAX));
        assertThat(parts().form()).isEqualTo(form);
    }

    @Test
    void twoClassesForALogisticModel() {
        classes = Optional.of(Classes.of(List.of("0", "1", "2"), Optional.empty()));

        refused().withMessageContaining("The model gives 2 numbers, the target needs 3");
    }

    @Test
    void aNumberNeedsTheIdentity() {
        target = Target.number("fare");
        classes = Optional.empty();
        golden = Samples.golden(1, 1, 2);

        refused().withMessageContaining("LOGISTIC does not belong to this target");
    }

    @Test
    void goldenRowsHaveTheInputColumnsAndTheOutputsOfTheModel() {
        golden = Samples.golden(1, 1, 2);
        refused().withMessageContaining("A golden row has 1 answers, the target needs 2");

        golden = new GoldenRows(
                Dataset.of(
                        Schema.of("Other", Column.of("x", ColumnType.NUMERIC)),
                        List.of(NumericValues.wrap(new double[1]))),
                2,
                new double[2]);
        refused().withMessageContaining("other columns than the input: Other[x: numeric] instead of Passenger[");
    }

    @Test
    void thereIsAGoldenRow() {
        golden = new GoldenRows(Samples.golden(2, 0, 0, 0, 0).inputs().rows(new int[0]), 2, new double[0]);

        refused().withMessageContaining("at least one golden row");
    }

    @Test
    void aGoldenAnswerIsFinite() {
        golden = Samples.golden(2, 0, 1, Double.NaN, 0);

        refused().withMessageContaining("The answer to a golden row is not finite");
    }

    @Test
    void theLineageIsJsonAndKeptAsItComesBack() {
        lineage = Map.of("when", java.time.Instant.EPOCH);
        refused().withMessageContaining("lineage.json").withMessageContaining("$.when: a java.time.Instant");

        lineage = new HashMap<>();
        lineage.put("host", null);
        refused().withMessageContaining("lineage.json").withMessageContaining("the value of 'host' is null");

        List<Object> changing = new ArrayList<>(List.of(1, 2L, -0.0));
        lineage = Map.of("numbers", changing);
        BundleParts parts = parts();
        changing.clear();
        assertThat(parts.lineage()).isEqualTo(Map.of("numbers", List.of(1.0, 2.0, 0.0)));
    }

    @Test
    void theStateOfAStepIsJson() {
        steps = List.of(new Scale(List.of(), Map.of("mean", Double.NaN), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bundles.assemble(parts()))
                .withMessageContaining("preparation.json")
                .withMessageContaining("$.factors.mean: NaN");
    }

    @Test
    void aBooleanColumnOfTheGoldenRowsHoldsTrueAndFalse() {
        Dataset wrong = good.golden().inputs().with(input.column("alone"), NumericValues.wrap(new double[] {1, 0.5}));
        golden = new GoldenRows(wrong, 2, new double[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bundles.assemble(parts()))
                .withMessageContaining("$.rows[1]: the boolean column alone: boolean holds a 0.5");
    }

    @Test
    void aGoldenRowMissesNothingThatIsNotNullable() {
        Dataset wrong =
                good.golden().inputs().with(input.column("alone"), NumericValues.wrap(new double[] {1, Double.NaN}));
        golden = new GoldenRows(wrong, 2, new double[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bundles.assemble(parts()))
                .withMessageContaining("$.rows[1]: the column alone: boolean misses its value");
    }

    @Test
    void aMissingBooleanComesBack() {
        Column alone = input.column("alone").nullable(true);
        Dataset missing = good.golden().inputs().with(alone, NumericValues.wrap(new double[] {0, Double.NaN}));
        input = missing.schema();
        golden = new GoldenRows(missing, 2, new double[4]);

        Dataset read = Samples.reader()
                .read(Bundles.assemble(parts()).content().bytes())
                .golden()
                .inputs();

        assertThat(read.fingerprint()).isEqualTo(missing.fingerprint());
    }

    @Test
    void textThatIsNotUnicodeIsRefusedWithItsPlace() {
        categories = List.of(
                Dictionary.empty(),
                Dictionary.of(List.of("\ud800")),
                Dictionary.empty(),
                Dictionary.empty(),
                Dictionary.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bundles.assemble(parts()))
                .withMessageContaining(
                        "The part 'schema.json' of a bundle cannot be written: $.columns[1].categories[0]: half of a"
                                + " surrogate pair");
    }

    private ThrowableAssertAlternative<IllegalArgumentException> refused() {
        return assertThatIllegalArgumentException().isThrownBy(this::parts);
    }
}
