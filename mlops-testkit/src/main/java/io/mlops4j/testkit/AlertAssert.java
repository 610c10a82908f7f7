package io.mlops4j.testkit;

import io.mlops4j.api.monitor.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an alert.
 *
 * <pre>{@code
 * assertThat(alerts.only()).isAbout("drift").namesOnly("age", "hours_per_week").isOfVersion(2);
 * }</pre>
 */
public final class AlertAssert extends AbstractMlopsAssert<AlertAssert, Alert> {

    AlertAssert(@Nullable Alert actual) {
        super(actual, AlertAssert.class);
    }

    /**
     * What was measured.
     *
     * @param signal the signal as text: {@code drift}, {@code answer drift}, {@code error rate}, {@code accuracy}, …
     * @return this
     */
    public AlertAssert isAbout(String signal) {
        isNotNull();
        String found = actual.breach().limit().signal().toString();
        return require(found.equals(signal), () -> "Expected an alert about " + signal + ", but it says: " + text());
    }

    /**
     * Which columns broke the limit, no more and no fewer, in any order.
     *
     * @param columns their names
     * @return this
     */
    public AlertAssert namesOnly(String... columns) {
        isNotNull();
        return require(
                actual.breach().columns().stream()
                        .sorted()
                        .toList()
                        .equals(List.of(columns).stream().sorted().toList()),
                () -> "Expected an alert that names " + List.of(columns) + ", but it says: " + text());
    }

    /**
     * Which version was watched.
     *
     * @param version its number
     * @return this
     */
    public AlertAssert isOfVersion(int version) {
        isNotNull();
        return require(
                actual.version() == version,
                () -> "Expected an alert about version " + version + ", but it is about " + actual.version() + ": "
                        + text());
    }

    private String text() {
        return actual.message();
    }
}
