package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the trainer that breaks it. */
class TrainerContractTest {

    @Test
    void findsNothingWrongWithSoundTrainers() {
        assertThat(ContractRun.failuresOf(MeanDifferenceTest.class)).isEmpty();
        assertThat(ContractRun.failuresOf(MeanOnlyTest.class)).isEmpty();
    }

    @Test
    void noticesATrainerWhoseModelsDiffer() {
        assertThat(ContractRun.failuresOf(Drifts.class))
                .contains("learnsTheSameModelFromTheSameRows", "learnsTheSameModelInSeveralThreadsAtOnce");
    }

    @Test
    void noticesATrainerThatStoresTheTime() {
        assertThat(ContractRun.failuresOf(StoresACounter.class)).contains("learnsTheSameModelFromTheSameRows");
    }

    @Test
    void noticesAModelThatReadsTooFewFeatures() {
        assertThat(ContractRun.failuresOf(OneFeature.class)).containsExactly("readsAsManyFeaturesAsThereAre");
    }

    @Test
    void noticesAModelOfAnotherKind() {
        assertThat(ContractRun.failuresOf(NoLink.class)).containsExactly("hasTheMarginsOfItsTarget");
    }

    @Test
    void noticesAModelWithANaN() {
        assertThat(ContractRun.failuresOf(NotANumber.class)).containsExactly("learnsFiniteNumbers");
    }

    @Test
    void noticesATrainerThatChecksNothing() {
        assertThat(ContractRun.failuresOf(ChecksNothing.class))
                .containsExactly("refusesAColumnThatIsNotEncoded", "takesMissingValuesOnlyIfItSaysSo");
    }

    @Test
    void noticesATrainerThatRefusesItsOwnRows() {
        assertThat(ContractRun.failuresOf(RefusesAll.class)).contains("takesTheColumnsOfItsOwnRows");
    }

    @Test
    void noticesAParameterThatIsNotJson() {
        assertThat(ContractRun.failuresOf(EnumParameter.class))
                .containsExactly("tellsItsParametersAndLineageAsJsonValues");
    }

    @Test
    void noticesProgressThatRunsBackwards() {
        assertThat(ContractRun.failuresOf(Backwards.class)).containsExactly("tellsItsProgressInOrder");
    }

    @Test
    void noticesATrainerThatCannotBeStopped() {
        assertThat(ContractRun.failuresOf(Unstoppable.class)).containsExactly("stopsWhenItIsCancelled");
    }

    private static TrainedModel withForm(TrainedModel model, double[] weights, double intercept, Link link) {
        LinearModel form = new LinearModel(new double[][] {weights}, new double[] {intercept}, link);
        return new TrainedModel(Optional.of(form), model.reference(), model.lineage());
    }

    static class Drifts extends MeanDifferenceTest {

        private final AtomicInteger trainings = new AtomicInteger();

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    double chance = trainings.incrementAndGet();
                    return withForm(super.train(rows, progress), new double[] {1, 2}, chance, Link.LOGISTIC);
                }
            };
        }
    }

    static class StoresACounter extends MeanDifferenceTest {

        private final AtomicInteger trainings = new AtomicInteger();

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    TrainedModel sound = super.train(rows, progress);
                    ReferenceModel later = new ReferenceModel("x", new byte[] {(byte) trainings.incrementAndGet()});
                    return new TrainedModel(sound.form(), Optional.of(later), sound.lineage());
                }
            };
        }
    }

    static class OneFeature extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    return withForm(super.train(rows, progress), new double[] {1}, 0, Link.LOGISTIC);
                }
            };
        }
    }

    static class NoLink extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    return withForm(super.train(rows, progress), new double[] {1, 2}, 0, Link.IDENTITY);
                }
            };
        }
    }

    static class NotANumber extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    return withForm(super.train(rows, progress), new double[] {1, Double.NaN}, 0, Link.LOGISTIC);
                }
            };
        }
    }

    static class ChecksNothing extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public void check(Schema prepared, Target<?> target) {}
            };
        }
    }

    static class RefusesAll extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public void check(Schema prepared, Target<?> target) {
                    throw new SchemaException("no column is good enough for me: " + prepared.describe());
                }
            };
        }
    }

    static class EnumParameter extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public Map<String, Object> parameters() {
                    return Map.of("link", Link.LOGISTIC);
                }
            };
        }
    }

    static class Backwards extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    return super.train(rows, (done, total) -> progress.report(total - done, total));
                }
            };
        }
    }

    static class Unstoppable extends MeanDifferenceTest {

        @Override
        protected Trainer<Classification> trainer() {
            return new MeanDifference() {
                @Override
                public TrainedModel train(TrainingSet rows, Progress progress) {
                    return super.train(rows, (done, total) -> {
                        try {
                            progress.report(done, total);
                        } catch (CancellationException ignored) {
                            // this is what must not happen
                        }
                    });
                }
            };
        }
    }
}
