package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.monitor.DriftTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the test that breaks it. */
class DriftTestContractTest {

    /** Total variation beyond a threshold that grows with the noise: no good test, but one that keeps the rules. */
    static class Sound extends DriftTestContract {

        double level(double p) {
            return p;
        }

        @Override
        protected DriftTest test() {
            return new DriftTest() {
                @Override
                public String name() {
                    return "total_variation";
                }

                @Override
                public Result test(long[] reference, long[] current) {
                    double references = Arrays.stream(reference).sum();
                    double currents = Arrays.stream(current).sum();
                    if (references == 0 || currents == 0) {
                        return new Result(Double.NaN, Double.NaN);
                    }
                    double distance = 0;
                    for (int i = 0; i < reference.length; i++) {
                        distance += Math.abs(reference[i] / references - current[i] / currents) / 2;
                    }
                    double noise = Math.sqrt(reference.length / Math.min(references, currents));
                    return new Result(distance, level(Math.min(1, Math.exp(-8 * (distance / noise - 0.2)))));
                }
            };
        }
    }

    static class Anxious extends Sound {
        @Override
        double level(double p) {
            return p / 4;
        }
    }

    static class Calm extends Sound {
        @Override
        double level(double p) {
            return Math.max(p, 0.5);
        }
    }

    static class Improbable extends Sound {
        @Override
        double level(double p) {
            return p * 1.5;
        }
    }

    static class SureOfNothing extends Sound {
        @Override
        protected DriftTest test() {
            DriftTest sound = super.test();
            return new DriftTest() {
                @Override
                public String name() {
                    return "Sure of nothing";
                }

                @Override
                public Result test(long[] reference, long[] current) {
                    Result result = sound.test(reference, current);
                    current[0] = 0;
                    return Double.isNaN(result.pValue()) ? new Result(0, 1) : result;
                }
            };
        }
    }

    @Test
    void findsNothingWrongWithASoundTest() {
        assertThat(ContractRun.failuresOf(Sound.class)).isEmpty();
    }

    @Test
    void noticesATestThatAlarmsTooOften() {
        assertThat(ContractRun.failuresOf(Anxious.class)).contains("alarmsNoMoreOftenThanItsLevelSays");
    }

    @Test
    void noticesATestThatFindsNothing() {
        assertThat(ContractRun.failuresOf(Calm.class)).containsExactly("findsALargeDifference");
    }

    @Test
    void noticesATestThatGivesMoreThanCertainty() {
        assertThat(ContractRun.failuresOf(Improbable.class)).contains("givesAProbabilityWhateverTheCounts");
    }

    @Test
    void noticesATestThatChangesWhatItWasGivenAndKnowsWithoutData() {
        assertThat(ContractRun.failuresOf(SureOfNothing.class))
                .contains("changesNothingAndGivesTheSameTwice", "hasAWellFormedName", "saysNothingOfAnEmptySample");
    }
}
