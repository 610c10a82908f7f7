package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the step that breaks it. */
class PreprocessorContractTest {

    @Test
    void findsNothingWrongWithASoundStep() {
        assertThat(ContractRun.failuresOf(FillWithMeanTest.class)).isEmpty();
    }

    @Test
    void noticesAStepThatLooksAtTheOtherRowsOfABatch() {
        assertThat(ContractRun.failuresOf(MeanOfTheBatch.class))
                .containsExactly(
                        "doesWhatItsTransformsSay",
                        "isRestoredFromItsState",
                        "treatsARowTheSameAloneAndAmongOthers",
                        "treatsAViewLikeItsRows");
    }

    @Test
    void noticesAStepThatKeepsAColumnWhichItSaysEnds() {
        assertThat(ContractRun.failuresOf(KeepsWhatShouldEnd.class)).containsExactly("doesWhatItsTransformsSay");
    }

    @Test
    void noticesAStepThatDropsRows() {
        assertThat(ContractRun.failuresOf(DropsARow.class)).contains("givesOneRowForEachRow");
    }

    @Test
    void noticesAStepThatPromisesOtherColumnsThanItGives() {
        assertThat(ContractRun.failuresOf(KeepsNullable.class))
                .containsExactly(
                        "givesTheColumnsThatItPromises", "givesTheColumnsThatItPromisesWhereValuesMayBeMissing");
    }

    @Test
    void noticesAStepThatLeavesGapsItPromisedToFill() {
        assertThat(ContractRun.failuresOf(LeavesGaps.class))
                .contains("neverMissesAValueOfAColumnThatItPromisesToBeComplete");
    }

    @Test
    void noticesAStepThatRemembersEarlierFits() {
        assertThat(ContractRun.failuresOf(Remembers.class)).containsExactly("learnsTheSameFromTheSameRows");
    }

    @Test
    void noticesAStepThatLearnsFromRowsBehindAView() {
        assertThat(ContractRun.failuresOf(LearnsTheDictionary.class)).containsExactly("learnsOnlyFromTheRowsOfAView");
    }

    @Test
    void noticesAStateThatIsNotJson() {
        assertThat(ContractRun.failuresOf(FloatState.class)).containsExactly("keepsItsStateAsJsonValues");
    }

    @Test
    void noticesAFormatThatForgets() {
        assertThat(ContractRun.failuresOf(ForgetsTheMean.class)).contains("isRestoredFromItsState");
    }

    @Test
    void noticesAFormatThatCastsWhatItWasGiven() {
        assertThat(ContractRun.failuresOf(Casts.class)).containsExactly("refusesAStateThatIsNotItsOwn");
    }

    @Test
    void noticesAFormatOfAnotherName() {
        assertThat(ContractRun.failuresOf(OtherName.class)).containsExactly("bearsTheNameOfItsFormat");
    }

    @Test
    void noticesAStepThatWorksOnNothing() {
        assertThat(ContractRun.failuresOf(TakesAll.class)).containsExactly("refusesColumnsOnWhichItCannotWork");
    }

    @Test
    void noticesAStepThatServesOneThreadOnly() {
        assertThat(ContractRun.failuresOf(OneThread.class)).containsExactly("servesManyThreads");
    }

    /** Behaves like the sound step but for what a twin overrides. */
    static class Twin implements Preprocessor {

        final Preprocessor sound = new FillWithMean("age");

        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public Schema outputSchema(Schema input) {
            return sound.outputSchema(input);
        }

        @Override
        public Fit fit(Dataset training) {
            return Fit.of(learned((FilledWithMean) sound.fit(training).fitted()), training);
        }

        FittedPreprocessor learned(FilledWithMean fitted) {
            return new LearnedTwin(fitted);
        }
    }

    /** Behaves like the sound learned step but for what a twin overrides. */
    static class LearnedTwin implements ColumnwisePreprocessor {

        final FilledWithMean sound;

        LearnedTwin(FilledWithMean sound) {
            this.sound = sound;
        }

        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public Schema outputSchema(Schema input) {
            return sound.outputSchema(input);
        }

        @Override
        public List<ColumnTransform> transforms() {
            return sound.transforms();
        }

        @Override
        public Dataset transform(Dataset rows) {
            return sound.transform(rows);
        }

        @Override
        public Map<String, Object> state() {
            return sound.state();
        }
    }

    static class MeanOfTheBatch extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    return new LearnedTwin(fitted) {
                        @Override
                        public Dataset transform(Dataset rows) {
                            double[] ages = sound.transform(rows).numeric("age").toArray();
                            double mean = Arrays.stream(ages).average().orElse(0);
                            double[] centred =
                                    Arrays.stream(ages).map(age -> age - mean).toArray();
                            return rows.with(rows.schema().column("age").nullable(false), NumericValues.wrap(centred));
                        }
                    };
                }
            };
        }
    }

    static class KeepsWhatShouldEnd extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    return new LearnedTwin(fitted) {
                        @Override
                        public List<String> dropped() {
                            return List.of("sex");
                        }
                    };
                }
            };
        }
    }

    static class DropsARow extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    return new LearnedTwin(fitted) {
                        @Override
                        public Dataset transform(Dataset rows) {
                            return sound.transform(rows).rows(new int[] {0});
                        }
                    };
                }
            };
        }
    }

    static class KeepsNullable extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                public Schema outputSchema(Schema input) {
                    super.outputSchema(input);
                    return input;
                }
            };
        }
    }

    static class LeavesGaps extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    return new FilledWithMean("age", Double.NaN);
                }
            };
        }
    }

    static class Remembers extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                private int fits;

                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    return new FilledWithMean(fitted.column(), fitted.mean() + fits++);
                }
            };
        }
    }

    /** Learns from the dictionary, which may know the categories of test rows. */
    static class LearnsTheDictionary extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                public Fit fit(Dataset training) {
                    int known = training.categorical("sex").dictionary().size();
                    return Fit.of(new FilledWithMean("age", known), training);
                }
            };
        }

        @Override
        protected Dataset unseen() {
            Dataset one = Dataset.of(new PassengerReader(), List.of(new Passenger("unknown", null, 1)));
            int[] often = new int[training().size()];
            return training()
                    .with(training().schema().column("sex"), one.rows(often).values("sex"));
        }
    }

    static class FloatState extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    FilledWithMean rounded = new FilledWithMean(fitted.column(), (float) fitted.mean());
                    return new LearnedTwin(rounded) {
                        @Override
                        public Map<String, Object> state() {
                            return Map.of("column", "age", "mean", (float) sound.mean());
                        }
                    };
                }
            };
        }
    }

    static class ForgetsTheMean extends FillWithMeanTest {

        @Override
        protected PreprocessorFormat format() {
            return new OtherFormat(FillWithMean.NAME) {
                @Override
                public FittedPreprocessor restore(Map<String, Object> state) {
                    super.restore(state);
                    return new FilledWithMean("age", 0);
                }
            };
        }
    }

    static class Casts extends FillWithMeanTest {

        @Override
        protected PreprocessorFormat format() {
            return new OtherFormat(FillWithMean.NAME) {
                @Override
                public FittedPreprocessor restore(Map<String, Object> state) {
                    return state.isEmpty()
                            ? super.restore(state)
                            : new FilledWithMean((String) state.get("column"), (Double) state.get("mean"));
                }
            };
        }
    }

    static class OtherName extends FillWithMeanTest {

        @Override
        protected PreprocessorFormat format() {
            return new OtherFormat("example.fill");
        }
    }

    /** The sound format, under a name. */
    static class OtherFormat implements PreprocessorFormat {

        private final String name;

        OtherFormat(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public FittedPreprocessor restore(Map<String, Object> state) {
            return new FillWithMeanFormat().restore(state);
        }
    }

    static class TakesAll extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                public Schema outputSchema(Schema input) {
                    return input.size() == 0 ? input : super.outputSchema(input);
                }
            };
        }
    }

    static class OneThread extends FillWithMeanTest {

        @Override
        protected Preprocessor preprocessor() {
            return new Twin() {
                @Override
                FittedPreprocessor learned(FilledWithMean fitted) {
                    Thread owner = Thread.currentThread();
                    return new LearnedTwin(fitted) {
                        @Override
                        public Dataset transform(Dataset rows) {
                            // stands for state that is mixed up by threads, in a way that shows every time
                            return (Thread.currentThread() == owner ? sound : new FilledWithMean("age", -1))
                                    .transform(rows);
                        }
                    };
                }
            };
        }
    }
}
