package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.VersionCondition;
import io.mlops4j.api.registry.VersionOrder;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.api.registry.VersionStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at every version. A page ends with a version, and the next one is what comes after it in the order. */
record PlainSearch(List<ModelVersion> versions) {

    Page<ModelVersion> find(VersionQuery query) {
        Comparator<ModelVersion> order = order(query.order());
        Optional<ModelVersion> last = query.after().map(end -> ended(end, query.order()));
        List<ModelVersion> found = versions.stream()
                .filter(version -> query.conditions().stream().allMatch(condition -> meets(version, condition)))
                .filter(version -> query.conditions().stream().anyMatch(VersionCondition.In.class::isInstance)
                        || (version.standing() != VersionStanding.DELETED
                                && version.standing() != VersionStanding.PURGED))
                .filter(version -> metric(query.order())
                        .map(key -> version.facts().metric(key).isPresent())
                        .orElse(true))
                .filter(version -> last.isEmpty() || order.compare(last.get(), version) < 0)
                .sorted(order)
                .toList();
        if (found.size() <= query.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<ModelVersion> page = found.subList(0, query.limit());
        return new Page<>(page, Optional.of(query.order() + " " + versions.indexOf(page.get(page.size() - 1))));
    }

    private ModelVersion ended(String end, VersionOrder order) {
        if (!end.matches("\\Q" + order + "\\E [0-9]{1,9}")) {
            throw new IllegalArgumentException("No page of this order ended there.");
        }
        return versions.get(Integer.parseInt(end.substring(end.lastIndexOf(' ') + 1)));
    }

    private static Optional<MetricKey> metric(VersionOrder order) {
        return order instanceof VersionOrder.Highest highest
                ? Optional.of(highest.metric())
                : order instanceof VersionOrder.Lowest lowest ? Optional.of(lowest.metric()) : Optional.empty();
    }

    private Comparator<ModelVersion> order(VersionOrder order) {
        Comparator<ModelVersion> oldest = Comparator.comparing(versions::indexOf);
        Comparator<ModelVersion> lowest = metric(order)
                .map(key -> Comparator.<ModelVersion, Double>comparing(
                                version -> version.facts().metric(key).orElse(Double.NaN))
                        .thenComparing(oldest))
                .orElse(oldest);
        return order instanceof VersionOrder.Newest || order instanceof VersionOrder.Highest
                ? lowest.reversed()
                : lowest;
    }

    private static boolean meets(ModelVersion version, VersionCondition condition) {
        if (condition instanceof VersionCondition.OfModel of) {
            return version.model().equals(of.name());
        } else if (condition instanceof VersionCondition.OfModels of) {
            return version.model().startsWith(of.prefix());
        } else if (condition instanceof VersionCondition.Tagged tagged) {
            return tagged.value().equals(version.tags().get(tagged.name()));
        } else if (condition instanceof VersionCondition.Measured measured) {
            return measured.bound().holds(version.facts());
        } else if (condition instanceof VersionCondition.In in) {
            return in.standings().contains(version.standing());
        } else if (condition instanceof VersionCondition.RegisteredBetween between) {
            return !version.registeredAt().isBefore(between.from())
                    && version.registeredAt().isBefore(between.until());
        } else if (condition instanceof VersionCondition.WithDigest with) {
            return version.digest().equals(with.digest());
        } else if (condition instanceof VersionCondition.TrainedOn on) {
            return version.facts().trainingData().equals(Optional.of(on.fingerprint()));
        } else if (condition instanceof VersionCondition.FromRun from) {
            return version.origin().run().equals(Optional.of(from.run()));
        }
        return version.origin().commit().equals(Optional.of(((VersionCondition.FromCommit) condition).commit()));
    }
}
