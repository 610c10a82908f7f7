package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Severity;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Expectation} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class EvenTest extends ExpectationContract {
 *
 *     @Override
 *     protected Expectation expectation() {
 *         return new Even("legs");
 *     }
 *
 *     @Override
 *     protected Dataset sound() {
 *         return animals(4, 2, 6);
 *     }
 *
 *     @Override
 *     protected Dataset broken() {
 *         return animals(4, 3, 6);
 *     }
 * }
 * }</pre>
 */
public abstract class ExpectationContract {

    private static final int LARGEST_SAMPLE = 10;

    /** For subclasses. */
    protected ExpectationContract() {}

    /**
     * The expectation under test.
     *
     * @return an equal one each time, which stops a run when it is broken
     */
    protected abstract Expectation expectation();

    /**
     * Rows that are as they should be.
     *
     * @return at least one row
     */
    protected abstract Dataset sound();

    /**
     * Rows that are not.
     *
     * @return rows with the columns of {@link #sound()}, of which at least one breaks the expectation
     */
    protected abstract Dataset broken();

    /**
     * Columns of which it cannot speak.
     *
     * @return no columns at all, unless overridden; empty if it can be asked of any rows
     */
    protected Optional<Schema> unsuitable() {
        return Optional.of(Schema.of("nothing", List.of()));
    }

    @Test
    void saysNothingOfSoundRows() {
        assertThat(expectation().examine(sound())).isEmpty();
    }

    @Test
    void tellsWhatIsBroken() {
        Violation violation = expectation().examine(broken()).orElseThrow();
        assertThat(violation.expectation())
                .as("what was expected")
                .isEqualTo(expectation().describe());
        assertThat(violation.found()).as("what was found").isNotBlank();
        assertThat(violation.rows()).as("how many rows break it").isBetween(1L, (long) broken().size());
    }

    @Test
    void showsSomeOfTheRowsThatBreakIt() {
        Violation violation = expectation().examine(broken()).orElseThrow();
        assertThat(violation.sample())
                .as("the first rows that break it")
                .hasSizeLessThanOrEqualTo((int) Math.min(LARGEST_SAMPLE, violation.rows()))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(row -> row >= 0 && row < broken().size());
    }

    @Test
    void saysTheSameTwice() {
        Expectation expectation = expectation();
        Optional<Violation> once = expectation.examine(broken());
        assertThat(expectation.examine(sound()))
                .as("of sound rows, after broken ones")
                .isEmpty();
        assertThat(expectation.examine(broken())).as("asked again").isEqualTo(once);
        assertThat(expectation().examine(broken())).as("by another one").isEqualTo(once);
    }

    @Test
    void looksOnlyAtTheRowsOfAView() {
        assertThat(expectation().examine(Rows.amongOthers(sound(), broken())))
                .as("of sound rows, behind which broken ones lie")
                .isEmpty();
        assertThat(expectation().examine(Rows.amongOthers(broken(), sound())))
                .as("of broken rows, behind which sound ones lie")
                .isEqualTo(expectation().examine(broken()));
    }

    @Test
    @Tag("T16")
    void canBeAskedOfNoRows() {
        assertThatCode(() -> expectation().examine(sound().rows(new int[0]))).doesNotThrowAnyException();
    }

    @Test
    void takesColumnsOfWhichItSpeaks() {
        assertThatCode(() -> expectation().check(sound().schema())).doesNotThrowAnyException();
    }

    @Test
    void refusesColumnsOfWhichItCannotSpeak() {
        Expectation expectation = expectation();
        unsuitable()
                .ifPresent(columns ->
                        Refusal.of("unsuitable columns", SchemaException.class, () -> expectation.check(columns)));
    }

    @Test
    void stopsTheRunUnlessItShallOnlyWarn() {
        Expectation warning = expectation().warnOnly();
        assertThat(expectation().severity()).isEqualTo(Severity.STOP);
        assertThat(warning.severity()).isEqualTo(Severity.WARN);
        assertThat(warning.describe()).isEqualTo(expectation().describe()).isNotBlank();
        assertThat(warning.examine(broken())).isEqualTo(expectation().examine(broken()));
    }
}
