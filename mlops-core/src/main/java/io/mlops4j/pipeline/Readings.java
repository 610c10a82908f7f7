package io.mlops4j.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.check.CheckReport;
import io.mlops4j.check.Checks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a run reads: its source, and a source of test rows if the split names one. */
record Readings(SourceReading source, Optional<SourceReading> test) {

    String name() {
        return source.name()
                + test.map(given -> " with the test rows of " + given.name()).orElse("");
    }

    RejectedRows rejected() {
        return test.map(given -> and(source.rejected(), given.rejected())).orElse(source.rejected());
    }

    private static RejectedRows and(RejectedRows first, RejectedRows second) {
        return new RejectedRows(first.count() + second.count(), and(first.sample(), second.sample()));
    }

    /** What either breaks. If there are two, each violation says whose rows they are. */
    CheckReport examine(List<Expectation> expectations) {
        CheckReport found = Checks.examineAll(expectations, source.rows());
        return test.map(given -> and(
                        in("the training rows of " + source.name(), found),
                        in("the test rows of " + given.name(), Checks.examineAll(expectations, given.rows()))))
                .orElse(found);
    }

    private static CheckReport in(String rows, CheckReport report) {
        return new CheckReport(in(rows, report.stops()), in(rows, report.warnings()));
    }

    private static List<Violation> in(String rows, List<Violation> violations) {
        return violations.stream()
                .map(broken -> new Violation(
                        broken.expectation() + " in " + rows, broken.found(), broken.rows(), broken.sample()))
                .toList();
    }

    private static CheckReport and(CheckReport first, CheckReport second) {
        return new CheckReport(and(first.stops(), second.stops()), and(first.warnings(), second.warnings()));
    }

    private static <T> List<T> and(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    String describe() {
        return source.describe()
                + test.map(given -> "; for the test " + given.describe()).orElse("");
    }
}
