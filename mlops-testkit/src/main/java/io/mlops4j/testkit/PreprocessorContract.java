package io.mlops4j.testkit;

import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.api.prepare.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Preprocessor}, its fitted step and its {@link PreprocessorFormat} have to do. An implementation
 * inherits the tests:
 *
 * <pre>{@code
 * class LogarithmTest extends PreprocessorContract {
 *
 *     @Override
 *     protected Preprocessor preprocessor() {
 *         return new Logarithm("fare");
 *     }
 *
 *     @Override
 *     protected PreprocessorFormat format() {
 *         return new LogarithmFormat();
 *     }
 *
 *     @Override
 *     protected Dataset training() {
 *         return passengers();
 *     }
 * }
 * }</pre>
 */
public abstract class PreprocessorContract {

    private static final int THREADS = 4;
    private static final double[] NUMBERS = {-1e100, -12345.678, -1, 0, 0.1, 1, 3, 98765.4321, 1e100};

    /** For subclasses. */
    protected PreprocessorContract() {}

    /**
     * The step under test.
     *
     * @return a step that was not fitted; an equal one each time
     */
    protected abstract Preprocessor preprocessor();

    /**
     * Restores fitted steps.
     *
     * @return the format of these steps
     */
    protected abstract PreprocessorFormat format();

    /**
     * Rows to learn from.
     *
     * @return at least three rows, with a column that the step leaves alone and, where the step takes them, missing
     *     values; the same rows each time
     */
    protected abstract Dataset training();

    /**
     * Rows that were not learned from.
     *
     * @return rows with the columns of {@link #training()}; override it to have unseen categories and numbers
     */
    protected Dataset unseen() {
        return training();
    }

    /**
     * Columns on which the step cannot work.
     *
     * @return no columns at all, unless overridden
     */
    protected Schema unsuitable() {
        return Schema.of("nothing", List.of());
    }

    private FittedPreprocessor fitted() {
        return preprocessor().fit(training()).fitted();
    }

    @Test
    void givesTheColumnsThatItPromises() {
        Schema promised = preprocessor().outputSchema(training().schema());
        Fit fit = preprocessor().fit(training());
        assertThat(fit.fitted().outputSchema(training().schema()))
                .as("promised by the fitted step")
                .isEqualTo(promised);
        assertThat(fit.fitted().transform(unseen()).schema()).as("given").isEqualTo(promised);
        assertThat(fit.training().schema()).as("given for the training rows").isEqualTo(promised);
    }

    @Test
    void givesTheColumnsThatItPromisesWhereValuesMayBeMissing() {
        Schema loose = Schema.of(
                training().schema().name(),
                training().schema().columns().stream()
                        .map(column -> column.nullable(true))
                        .toList());
        Dataset rows = training().columns(loose);
        Schema promised;
        try {
            promised = preprocessor().outputSchema(loose);
        } catch (SchemaException e) {
            assertThat(e.getMessage()).as("why it takes no missing values").isNotBlank();
            return;
        }
        FittedPreprocessor fitted = preprocessor().fit(rows).fitted();
        assertThat(fitted.outputSchema(loose)).as("promised by the fitted step").isEqualTo(promised);
        assertThat(fitted.transform(rows).schema()).as("given").isEqualTo(promised);
    }

    @Test
    void neverMissesAValueOfAColumnThatItPromisesToBeComplete() {
        Fit fit = preprocessor().fit(training());
        for (Dataset given : List.of(fit.training(), fit.fitted().transform(unseen()))) {
            for (Column column : given.schema().columns()) {
                if (!column.nullable()) {
                    assertThat(given)
                            .as(column + " is not promised as nullable")
                            .hasNoMissing(column.name());
                }
            }
        }
    }

    @Test
    void givesOneRowForEachRow() {
        assertThat(fitted().transform(unseen())).hasRows(unseen().size());
    }

    @Test
    void treatsARowTheSameAloneAndAmongOthers() {
        FittedPreprocessor fitted = fitted();
        assumeTrue(fitted.scope() == Scope.ROW, "this step needs earlier rows");
        Dataset rows = unseen();
        Dataset batch = fitted.transform(rows);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(fitted.transform(rows.rows(new int[] {row})))
                    .as("row " + row + " alone")
                    .hasSameContentAs(batch.rows(new int[] {row}));
        }
    }

    @Test
    void treatsAViewLikeItsRows() {
        FittedPreprocessor fitted = fitted();
        assumeTrue(fitted.scope() == Scope.ROW, "this step needs earlier rows");
        Dataset rows = unseen();
        int last = rows.size() - 1;
        int[] backwardsAndTheLastTwice =
                IntStream.rangeClosed(-1, last).map(i -> last - Math.max(0, i)).toArray();
        assertThat(fitted.transform(rows.rows(backwardsAndTheLastTwice)))
                .hasSameContentAs(fitted.transform(rows).rows(backwardsAndTheLastTwice));
    }

    @Test
    void doesWhatItsTransformsSay() {
        FittedPreprocessor fitted = fitted();
        assumeTrue(fitted instanceof ColumnwisePreprocessor, "this step does not work column by column");
        Dataset rows = unseen();
        ColumnwisePreprocessor columnwise = (ColumnwisePreprocessor) fitted;
        Dataset expected = rows;
        List<String> touched = new ArrayList<>();
        for (ColumnTransform transform : columnwise.transforms()) {
            expected = expected.with(transform.output(), transform.apply(rows.values(transform.input())));
            touched.add(transform.output().name());
        }
        Schema left = expected.schema();
        for (String dropped : columnwise.dropped()) {
            left = left.without(dropped);
            touched.add(dropped);
        }
        assertThat(fitted.transform(rows)).hasSameContentAs(expected.columns(left));
        assertThat(touched)
                .as("the outputs of its transforms, and the columns that end")
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void mapsNumbersAlongTheLinesThatItPromises() {
        FittedPreprocessor fitted = fitted();
        assumeTrue(fitted instanceof ColumnwisePreprocessor, "this step does not work column by column");
        for (ColumnTransform transform : ((ColumnwisePreprocessor) fitted).transforms()) {
            if (transform.map() instanceof ColumnMap.Affine line) {
                for (double number : NUMBERS) {
                    double promised = (number - line.center()) * line.slope();
                    assertThat(line.apply(number))
                            .as(transform.output() + " of " + number)
                            .isCloseTo(promised, Offset.offset(1e-12 * Math.abs(promised)));
                }
            }
        }
    }

    @Test
    void learnsTheSameFromTheSameRows() {
        Preprocessor step = preprocessor();
        Map<String, Object> first = step.fit(training()).fitted().state();
        step.fit(training().rows(new int[] {0, 1}));
        assertThat(step.fit(training()).fitted().state())
                .as("after it was fitted on other rows")
                .isEqualTo(first);
        assertThat(fitted().state()).as("of another step").isEqualTo(first);
    }

    @Test
    void learnsOnlyFromTheRowsOfAView() {
        Dataset view = Rows.amongOthers(training(), unseen());
        assertThat(preprocessor().fit(view).fitted().state())
                .as("learned from training rows behind which others lie")
                .isEqualTo(fitted().state());
    }

    @Test
    void keepsItsStateAsJsonValues() {
        assertThat(JsonValues.problem("state", fitted().state())).isEmpty();
    }

    @Test
    void isRestoredFromItsState() {
        FittedPreprocessor fitted = fitted();
        FittedPreprocessor restored = format().restore(JsonValues.storedObject(fitted.state()));
        assertThat(restored.name()).as("name").isEqualTo(fitted.name());
        assertThat(restored.scope()).as("scope").isEqualTo(fitted.scope());
        assertThat(restored.outputSchema(training().schema()))
                .as("columns")
                .isEqualTo(fitted.outputSchema(training().schema()));
        assertThat(restored.transform(unseen())).as("rows").hasSameContentAs(fitted.transform(unseen()));
        assertThat(JsonValues.storedObject(restored.state()))
                .as("state of the restored step")
                .isEqualTo(JsonValues.storedObject(fitted.state()));
    }

    @Test
    @Tag("T03")
    void refusesAStateThatIsNotItsOwn() {
        Map<String, Object> state = JsonValues.storedObject(fitted().state());
        assumeTrue(!state.isEmpty(), "this step learns nothing");
        Refusal.of("an empty state", CorruptArtifactException.class, () -> format().restore(Map.of()));
        for (String key : state.keySet()) {
            for (Object wrong : List.of("?", -1.5, true, List.of(), List.of(List.of("?")), Map.of("?", "?"))) {
                Map<String, Object> edited = JsonValues.storedObject(state);
                edited.put(key, wrong);
                restoreOrRefuse(edited, key + " = " + wrong);
            }
            Map<String, Object> shortened = JsonValues.storedObject(state);
            shortened.remove(key);
            restoreOrRefuse(shortened, "no " + key);
        }
    }

    private void restoreOrRefuse(Map<String, Object> state, String edit) {
        try {
            format().restore(state);
        } catch (CorruptArtifactException | UnsupportedModelException refused) {
            assertThat(refused.getMessage())
                    .as("why a state with " + edit + " is refused")
                    .isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError("A state with " + edit + " is neither taken nor refused as corrupt", e);
        }
    }

    @Test
    void bearsTheNameOfItsFormat() {
        assertThat(preprocessor().name())
                .isNotBlank()
                .isEqualTo(format().name())
                .isEqualTo(fitted().name());
    }

    @Test
    void refusesColumnsOnWhichItCannotWork() {
        Preprocessor step = preprocessor();
        FittedPreprocessor fitted = fitted();
        Refusal.of("columns before it is fitted", SchemaException.class, () -> step.outputSchema(unsuitable()));
        Refusal.of("columns after it was fitted", SchemaException.class, () -> fitted.outputSchema(unsuitable()));
    }

    @Test
    void servesManyThreads() throws Exception {
        FittedPreprocessor fitted = fitted();
        Dataset expected = fitted.transform(unseen());
        for (Dataset given : Concurrently.call(THREADS, () -> fitted.transform(unseen()))) {
            assertThat(given).hasSameContentAs(expected);
        }
    }
}
