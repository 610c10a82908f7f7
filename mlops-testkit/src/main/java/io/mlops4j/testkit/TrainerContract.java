package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Trainer} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class NearestMeanTest extends TrainerContract<Classification> {
 *
 *     @Override
 *     protected Trainer<Classification> trainer() {
 *         return new NearestMean();
 *     }
 *
 *     @Override
 *     protected Target<Classification> target() {
 *         return Target.category("species");
 *     }
 *
 *     @Override
 *     protected TrainingSet training() {
 *         return penguins();
 *     }
 * }
 * }</pre>
 *
 * @param <Y> the kind of answer that its models give
 */
public abstract class TrainerContract<Y extends Prediction> {

    private static final int THREADS = 2;

    /** For subclasses. */
    protected TrainerContract() {}

    /**
     * The trainer under test.
     *
     * @return an equal one each time, which trains quickly and counts more than one unit of work
     */
    protected abstract Trainer<Y> trainer();

    /**
     * What is predicted.
     *
     * @return the target of {@link #training()}
     */
    protected abstract Target<Y> target();

    /**
     * What to learn from.
     *
     * @return a few rows with numeric features that are never missing; the same ones each time
     */
    protected abstract TrainingSet training();

    /**
     * Whether a numeric feature may be missing.
     *
     * @return false, unless overridden
     */
    protected boolean takesMissingValues() {
        return false;
    }

    private TrainedModel train() {
        return trainer().train(training(), Progress.NONE);
    }

    private Schema prepared() {
        return training().features().schema();
    }

    @Test
    @Tag("F34")
    void learnsTheSameModelFromTheSameRows() {
        Trainer<Y> trainer = trainer();
        TrainedModel once = trainer.train(training(), Progress.NONE);
        assertSame(trainer.train(training(), Progress.NONE), once, "the same trainer again");
        assertSame(train(), once, "another trainer");
    }

    @Test
    @Tag("F34")
    void learnsTheSameModelInSeveralThreadsAtOnce() throws Exception {
        Trainer<Y> trainer = trainer();
        TrainedModel alone = train();
        for (TrainedModel model : Concurrently.call(THREADS, () -> trainer.train(training(), Progress.NONE))) {
            assertSame(model, alone, "one of " + THREADS + " trainings at once");
        }
    }

    private static void assertSame(TrainedModel model, TrainedModel expected, String which) {
        assertThat(model.form()).as("flat arrays of " + which).isEqualTo(expected.form());
        assertThat(model.lineage()).as("lineage of " + which).isEqualTo(expected.lineage());
        assertThat(model.reference().isPresent())
                .as("stored model of " + which)
                .isEqualTo(expected.reference().isPresent());
        model.reference().ifPresent(reference -> {
            assertThat(reference.format())
                    .isEqualTo(expected.reference().orElseThrow().format());
            assertThat(reference.bytes())
                    .as("bytes of the stored model of " + which)
                    .isEqualTo(expected.reference().orElseThrow().bytes());
        });
    }

    @Test
    void readsAsManyFeaturesAsThereAre() {
        assertThat(form().features())
                .as("features of the model")
                .isEqualTo(training().space().size());
    }

    @Test
    void hasTheMarginsOfItsTarget() {
        ModelForm form = form();
        if (training().truth() instanceof ClassTruth truth) {
            int classes = truth.classes().size();
            assertThat(form.link()).as("link of a classification").isIn(Link.LOGISTIC, Link.SOFTMAX);
            assertThat(form.link() == Link.LOGISTIC ? 2 : form.margins())
                    .as("classes of the model")
                    .isEqualTo(classes);
        } else {
            assertThat(form.link()).as("link of a regression").isEqualTo(Link.IDENTITY);
        }
    }

    @Test
    @Tag("T14")
    void learnsFiniteNumbers() {
        assertThat(FormNumbers.notFinite(form()))
                .as("numbers of the model that are not finite")
                .isEmpty();
    }

    private ModelForm form() {
        TrainedModel model = train();
        assumeTrue(model.form().isPresent(), "this kind of model has no flat arrays");
        return model.form().orElseThrow();
    }

    @Test
    void takesTheColumnsOfItsOwnRows() {
        assertThatCode(() -> trainer().check(prepared(), target())).doesNotThrowAnyException();
    }

    @Test
    void refusesAColumnThatIsNotEncoded() {
        Trainer<Y> trainer = trainer();
        for (ColumnType type : List.of(ColumnType.CATEGORICAL, ColumnType.TEXT, ColumnType.TIMESTAMP)) {
            Schema raw = prepared().with(Column.of("colour", type));
            Refusal.of("a feature of type " + type, SchemaException.class, () -> trainer.check(raw, target()))
                    .contains("colour");
        }
    }

    @Test
    void takesMissingValuesOnlyIfItSaysSo() {
        Trainer<Y> trainer = trainer();
        Schema nullable = prepared().with(Column.of("age", ColumnType.NUMERIC).nullable(true));
        if (takesMissingValues()) {
            assertThatCode(() -> trainer.check(nullable, target())).doesNotThrowAnyException();
        } else {
            Refusal.of("a feature that may be missing", SchemaException.class, () -> trainer.check(nullable, target()))
                    .contains("age");
        }
    }

    @Test
    void tellsItsParametersAndLineageAsJsonValues() {
        assertThat(trainer().name()).as("name").isNotBlank().isEqualTo(trainer().name());
        assertThat(JsonValues.problem("parameters", trainer().parameters())).isEmpty();
        assertThat(trainer().parameters())
                .as("parameters of another trainer")
                .isEqualTo(trainer().parameters());
        assertThat(JsonValues.problem("lineage", train().lineage())).isEmpty();
    }

    @Test
    void tellsItsProgressInOrder() {
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        trainer().train(training(), (now, total) -> {
            done.add(now);
            totals.add(total);
        });
        assertThat(done)
                .as("units of work that were done")
                .isNotEmpty()
                .isSorted()
                .allMatch(units -> units >= 0);
        assertThat(totals.stream().distinct()).as("units of work in all").hasSize(1);
        assertThat(done.get(done.size() - 1))
                .as("units of work done at the end")
                .isEqualTo(totals.get(0));
    }

    @Test
    @Tag("F30")
    void stopsWhenItIsCancelled() {
        Trainer<Y> trainer = trainer();
        List<Long> reports = new ArrayList<>();
        assertThatThrownBy(() -> trainer.train(training(), (done, total) -> {
                    reports.add(done);
                    throw new CancellationException("the test wants no more");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(reports).as("reports until it stopped").hasSize(1);
        assertSame(trainer.train(training(), Progress.NONE), train(), "a trainer that was cancelled before");
    }
}
