package io.mlops4j.report;

import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.ModelVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the page of a deployment shows.
 *
 * @param status what is live, at the moment of the report
 * @param versions the versions, the newest first
 * @param moves the moves of aliases, in the order of the audit
 * @param checks what the monitor found, in the order in which it was found
 */
record Life(DeploymentStatus status, List<ModelVersion> versions, List<AliasMove> moves, List<MonitorReport> checks) {

    /** Orders what may come in any order. */
    Life {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(ModelVersion::number).reversed())
                .toList();
        moves = moves.stream()
                .sorted(Comparator.comparingLong(AliasMove::sequence))
                .toList();
        checks = List.copyOf(checks);
    }

    Optional<MonitorReport> latest() {
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.get(checks.size() - 1));
    }

    /** The instants between which all windows lie. */
    Span watched() {
        return Span.of(checks.stream().flatMap(check -> Stream.of(check.from(), check.to())));
    }

    /** The instants between which the history of the aliases lies, up to the report. */
    Span remembered() {
        return Span.of(Stream.concat(moves.stream().map(AliasMove::at), Stream.of(status.at())));
    }

    /**
     * A stretch of time.
     *
     * @param from its beginning
     * @param to its end, not before
     */
    record Span(Instant from, Instant to) {

        static Span of(Stream<Instant> instants) {
            List<Instant> sorted = instants.sorted().toList();
            return sorted.isEmpty()
                    ? new Span(Instant.EPOCH, Instant.EPOCH)
                    : new Span(sorted.get(0), sorted.get(sorted.size() - 1));
        }
    }
}
