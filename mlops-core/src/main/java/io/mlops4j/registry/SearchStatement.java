package io.mlops4j.registry;

import io.mlops4j.api.evaluate.Condition;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.registry.MetricBound;
import io.mlops4j.api.registry.VersionCondition;
import io.mlops4j.api.registry.VersionOrder;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.api.registry.VersionStanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A query as SQL. The table that it walks along is one whose index has the wanted order, so that a page costs what it shows
 * and not what there is: that of the metric, that of a term, or that of the versions themselves. Values are bound.
 */
final class SearchStatement {

    private final StringBuilder from = new StringBuilder();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final VersionQuery query;
    private final Optional<MetricKey> metric;
    private String sequence = "v.sequence";

    private SearchStatement(VersionQuery query) {
        this.query = query;
        this.metric = query.order() instanceof VersionOrder.Highest highest
                ? Optional.of(highest.metric())
                : query.order() instanceof VersionOrder.Lowest lowest ? Optional.of(lowest.metric()) : Optional.empty();
    }

    static SearchStatement of(VersionQuery query) {
        SearchStatement statement = new SearchStatement(query);
        statement.metric.ifPresent(statement::walkAlong);
        // what leads decides what a page costs
        query.conditions().forEach(statement::addTerm);
        query.conditions().forEach(statement::add);
        if (!VersionSearch.namesStandings(query)) {
            statement.conditions.add("v.deletion = 'none'");
        }
        query.after().ifPresent(statement::goOnAfter);
        return statement;
    }

    Map<String, Object> values() {
        return values;
    }

    String sql() {
        String direction = isDescending() ? " DESC" : "";
        return "SELECT " + VersionTable.COLUMNS + (metric.isPresent() ? ", o.value AS order_value" : "")
                + " FROM " + (from.isEmpty() ? "mlops_version v" : from)
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY " + (metric.isPresent() ? "o.value" + direction + ", " : "") + sequence + direction
                + " LIMIT " + (query.limit() + 1);
    }

    private boolean isDescending() {
        return query.order() instanceof VersionOrder.Newest || query.order() instanceof VersionOrder.Highest;
    }

    private void walkAlong(MetricKey key) {
        join("mlops_version_metric", "o");
        conditions.add("o.metric = " + bind(FactsJson.metric(key)));
        sequence = "o.sequence";
    }

    /** The first table leads; the versions come next, whatever else follows. */
    private void join(String table, String name) {
        if (from.isEmpty()) {
            from.append(table).append(' ').append(name).append(" JOIN mlops_version v ON v.sequence = ");
            from.append(name).append(".sequence");
        } else {
            from.append(" JOIN ").append(table).append(' ').append(name).append(" ON ");
            from.append(name).append(".sequence = ").append(sequence);
        }
    }

    private void goOnAfter(String end) {
        PageEnd last = PageEnd.read(end, metric.isPresent());
        String comparison = isDescending() ? " < " : " > ";
        conditions.add(
                last.value() == null
                        ? sequence + comparison + bind(last.sequence())
                        : "(o.value, o.sequence)" + comparison + "(" + bind(last.value()) + ", " + bind(last.sequence())
                                + ")");
    }

    private void addTerm(VersionCondition condition) {
        if (condition instanceof VersionCondition.Tagged tagged) {
            term(SearchIndex.tag(tagged.name()), tagged.value());
        } else if (condition instanceof VersionCondition.FromRun origin) {
            term(SearchIndex.RUN, origin.run());
        } else if (condition instanceof VersionCondition.FromCommit origin) {
            term(SearchIndex.COMMIT, origin.commit());
        } else if (condition instanceof VersionCondition.TrainedOn on) {
            term(SearchIndex.TRAINING_DATA, on.fingerprint());
        }
    }

    private void add(VersionCondition condition) {
        if (condition instanceof VersionCondition.OfModel of) {
            conditions.add("v.model = " + bind(of.name()));
        } else if (condition instanceof VersionCondition.OfModels of) {
            conditions.add("v.model IN (SELECT name FROM mlops_model WHERE substr(name, 1, "
                    + of.prefix().codePointCount(0, of.prefix().length()) + ") = " + bind(of.prefix()) + ")");
        } else if (condition instanceof VersionCondition.Measured measured) {
            bound(measured.bound());
        } else if (condition instanceof VersionCondition.In in) {
            conditions.add(in.standings().stream()
                    .sorted()
                    .map(SearchStatement::standing)
                    .collect(Collectors.joining(" OR ", "(", ")")));
        } else if (condition instanceof VersionCondition.RegisteredBetween between) {
            conditions.add("v.registered_at >= " + bind(EpochNanos.of(between.from())));
            conditions.add("v.registered_at < " + bind(EpochNanos.of(between.until())));
        } else if (condition instanceof VersionCondition.WithDigest with) {
            conditions.add("v.digest = " + bind(with.digest()));
        }
    }

    private void term(String term, String value) {
        String name = "t" + values.size();
        boolean leads = from.isEmpty();
        join("mlops_version_term", name);
        conditions.add(name + ".term = " + bind(term));
        conditions.add(name + ".value = " + bind(value));
        if (leads) {
            sequence = name + ".sequence";
        }
    }

    private void bound(MetricBound bound) {
        String name = "o";
        if (!metric.equals(Optional.of(bound.metric()))) {
            name = "m" + values.size();
            if (from.isEmpty()) {
                from.append("mlops_version v");
            }
            join("mlops_version_metric", name);
            conditions.add(name + ".metric = " + bind(FactsJson.metric(bound.metric())));
        }
        conditions.add(
                bound.condition() instanceof Condition.AtLeast least
                        ? name + ".value >= " + bind(least.threshold())
                        : name + ".value <= " + bind(((Condition.AtMost) bound.condition()).threshold()));
    }

    private static String standing(VersionStanding standing) {
        return switch (standing) {
            case PENDING -> "(v.deletion = 'none' AND v.approval = 'pending')";
            case APPROVED -> "(v.deletion = 'none' AND v.approval = 'approved')";
            case REJECTED -> "(v.deletion = 'none' AND v.approval = 'rejected')";
            case DELETED -> "v.deletion = 'soft'";
            case PURGED -> "v.deletion = 'final'";
        };
    }

    private String bind(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
