package io.mlops4j.testkit;

import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.MonitorReport;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a monitor found.
 *
 * <pre>{@code
 * assertThat(monitor.checkNow()).hasEnoughData().hasDriftOnlyIn("age", "hours_per_week").broke("drift");
 * }</pre>
 */
public final class MonitorReportAssert extends AbstractMlopsAssert<MonitorReportAssert, MonitorReport> {

    MonitorReportAssert(@Nullable MonitorReport actual) {
        super(actual, MonitorReportAssert.class);
    }

    /**
     * Every column could be compared.
     *
     * @return this
     */
    public MonitorReportAssert hasEnoughData() {
        isNotNull();
        List<String> unknown = unknown();
        return require(
                unknown.isEmpty(),
                () -> "Expected enough data, but of " + actual.rows() + " rows nothing can be said about " + unknown);
    }

    /**
     * Nothing can be said of any column yet.
     *
     * @return this
     */
    public MonitorReportAssert hasTooLittleData() {
        isNotNull();
        return require(
                unknown().size() == actual.columns().size(),
                () -> "Expected too little data, but " + actual.rows() + " rows were enough to say "
                        + actual.columns());
    }

    /**
     * These input columns have moved, and no others. Where there is not enough data, that is a failure, not the absence of
     * drift.
     *
     * @param columns their names, in any order
     * @return this
     */
    public MonitorReportAssert hasDriftOnlyIn(String... columns) {
        hasEnoughData();
        return require(
                actual.driftedColumns().stream()
                        .sorted()
                        .toList()
                        .equals(Stream.of(columns).sorted().toList()),
                () -> "Expected drift in " + List.of(columns) + " only, but found it in " + actual.driftedColumns()
                        + details());
    }

    /**
     * Every input column could be compared, and none has moved.
     *
     * @return this
     */
    public MonitorReportAssert hasNoDrift() {
        hasEnoughData();
        return require(
                actual.driftedColumns().isEmpty(),
                () -> "Expected no drift, but found it in " + actual.driftedColumns() + details());
    }

    /**
     * A limit on a signal was broken.
     *
     * @param signal the signal as text: {@code drift}, {@code answer drift}, {@code error rate}, {@code accuracy}, …
     * @return this
     */
    public MonitorReportAssert broke(String signal) {
        isNotNull();
        return require(
                actual.broken().stream()
                        .anyMatch(breach -> breach.limit().signal().toString().equals(signal)),
                () -> "Expected a broken limit on " + signal + ", but broken are " + actual.broken()
                        + ", and not known yet " + actual.unknown());
    }

    /**
     * No limit was broken, and of each it could be said.
     *
     * @return this
     */
    public MonitorReportAssert brokeNothing() {
        isNotNull();
        return require(
                actual.broken().isEmpty() && actual.unknown().isEmpty(),
                () -> "Expected no broken limit, but broken are " + actual.broken() + ", and not known yet "
                        + actual.unknown());
    }

    /**
     * Goes on to one column, or to {@code (score)} or {@code (label)}.
     *
     * @param column its name
     * @return assertions about it
     */
    public ColumnDriftAssert column(String column) {
        isNotNull();
        return new ColumnDriftAssert(all().filter(drift -> drift.column().equals(column))
                .findFirst()
                .orElseThrow(() -> fail("Expected a column '" + column + "', but watched are "
                        + all().map(ColumnDrift::column).toList())));
    }

    private Stream<ColumnDrift> all() {
        return Stream.concat(actual.columns().stream(), actual.answers().stream());
    }

    private List<String> unknown() {
        return actual.columns().stream()
                .filter(column -> column.state() == State.NOT_ENOUGH_DATA)
                .map(ColumnDrift::column)
                .toList();
    }

    private String details() {
        StringBuilder details = new StringBuilder();
        actual.columns().forEach(column -> details.append("\n  - ").append(column));
        return details.toString();
    }
}
