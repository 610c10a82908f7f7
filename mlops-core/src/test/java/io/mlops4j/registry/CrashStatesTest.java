package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that a power cut can leave of a registry, at every moment of many lives. */
@Tag("F01")
class CrashStatesTest {

    private static final int LIVES = 32;
    private static final int STEPS = 14;

    @Test
    void noPowerCutLosesWhatWasAcknowledgedOrShowsHalfOfAnything() {
        int states = 0;
        long swept = 0;
        long purged = 0;
        for (int life = 0; life < LIVES; life++) {
            CrashWorld world = new CrashWorld(life).live(STEPS);
            assertThat(world.violations()).as("life %s", life).isEmpty();
            assertThat(world.unexpectedRefusals()).as("life %s", life).isEmpty();
            assertThat(world.writtenBack())
                    .as("names never forced in life %s", life)
                    .isZero();
            states += world.states();
            swept += world.swept();
            purged += world.purged();
        }
        System.out.println("crash states: " + states + ", violations: 0, versions purged meanwhile: " + purged
                + ", blobs swept: " + swept);
        assertThat(states).isGreaterThanOrEqualTo(10_000);
        assertThat(swept).isPositive();
        assertThat(purged).isPositive();
    }

    /** The broken twins: were one of them not caught, the test above would prove nothing. */
    @ParameterizedTest
    @EnumSource
    void everySeededBugIsCaught(SeededBug bug) {
        for (int life = 0; life < LIVES; life++) {
            List<String> violations = bug.world(life).live(STEPS).violations();
            if (!violations.isEmpty()) {
                System.out.println("caught in life " + life + ": " + bug + ": " + violations.get(0));
                return;
            }
        }
        throw new AssertionError(bug + " was not caught in " + LIVES + " lives");
    }
}
