package io.mlops4j.registry;

import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.VersionCondition;
import io.mlops4j.api.registry.VersionOrder;
import io.mlops4j.api.registry.VersionQuery;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds versions, a page at a time. */
final class VersionSearch {

    private final Handle handle;

    VersionSearch(Handle handle) {
        this.handle = handle;
    }

    /**
     * A version, and where a page ends that ends with it.
     *
     * @param version the version
     * @param end what its place is in the order
     */
    private record Found(ModelVersion version, String end) {}

    Page<ModelVersion> find(VersionQuery wanted) {
        SearchStatement statement = SearchStatement.of(wanted);
        Query query = handle.createQuery(statement.sql());
        statement.values().forEach(query::bind);
        List<Found> found = query.map((row, context) -> {
                    StoredVersion stored = VersionTable.row(row, context);
                    return new Found(
                            stored.version(),
                            isByMetric(wanted.order())
                                    ? PageEnd.of(row.getDouble("order_value"), stored.sequence())
                                    : PageEnd.of(stored.sequence()));
                })
                .list();
        boolean more = found.size() > wanted.limit();
        List<Found> page = more ? found.subList(0, wanted.limit()) : found;
        return new Page<>(
                page.stream().map(Found::version).toList(),
                more ? Optional.of(page.get(page.size() - 1).end()) : Optional.empty());
    }

    static boolean isByMetric(VersionOrder order) {
        return order instanceof VersionOrder.Highest || order instanceof VersionOrder.Lowest;
    }

    /** The standings that are found if no condition names any. */
    static boolean namesStandings(VersionQuery wanted) {
        return wanted.conditions().stream().anyMatch(VersionCondition.In.class::isInstance);
    }
}
