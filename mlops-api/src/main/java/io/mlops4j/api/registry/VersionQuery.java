package io.mlops4j.api.registry;

import io.mlops4j.api.evaluate.MetricKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which versions are looked for: those that meet all conditions.
 *
 * <pre>{@code
 * VersionQuery.all().ofModel("fares").tagged("team", "risk").atLeast(accuracy().key(), 0.8).limit(20)
 * }</pre>
 *
 * @param conditions what a version has to be; what was deleted is found only if a condition asks for it
 * @param order in which order
 * @param limit how many at a time, 1 to 1,000
 * @param after where the last page ended, as it said; or empty for the first
 */
public record VersionQuery(List<VersionCondition> conditions, VersionOrder order, int limit, Optional<String> after) {

    private static final int USUAL = 50;
    private static final int MOST = 1000;

    /** Copies the list and checks the limit. */
    public VersionQuery {
        conditions = List.copyOf(conditions);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to " + MOST + " versions, not " + limit + ".");
        }
    }

    /**
     * All versions that were not deleted, the newest first, 50 at a time.
     *
     * @return the query
     */
    public static VersionQuery all() {
        return new VersionQuery(List.of(), new VersionOrder.Newest(), USUAL, Optional.empty());
    }

    /**
     * The same query with one condition more.
     *
     * @param condition what a version has to be, too
     * @return the query
     */
    public VersionQuery where(VersionCondition condition) {
        List<VersionCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new VersionQuery(more, order, limit, after);
    }

    /**
     * Those of a model.
     *
     * @param name the name of the model
     * @return the query
     */
    public VersionQuery ofModel(String name) {
        return where(new VersionCondition.OfModel(name));
    }

    /**
     * Those of the models whose names begin in some way.
     *
     * @param prefix how the names begin
     * @return the query
     */
    public VersionQuery ofModels(String prefix) {
        return where(new VersionCondition.OfModels(prefix));
    }

    /**
     * Those with a tag.
     *
     * @param name the name of the tag
     * @param value its value
     * @return the query
     */
    public VersionQuery tagged(String name, String value) {
        return where(new VersionCondition.Tagged(name, value));
    }

    /**
     * Those with a metric of at least so much, the highest first unless another order is asked for.
     *
     * @param metric the metric
     * @param threshold the smallest value
     * @return the query
     */
    public VersionQuery atLeast(MetricKey metric, double threshold) {
        return where(new VersionCondition.Measured(MetricBound.atLeast(metric, threshold)))
                .order(new VersionOrder.Highest(metric));
    }

    /**
     * Those with a metric of at most so much, the lowest first unless another order is asked for.
     *
     * @param metric the metric
     * @param threshold the largest value
     * @return the query
     */
    public VersionQuery atMost(MetricKey metric, double threshold) {
        return where(new VersionCondition.Measured(MetricBound.atMost(metric, threshold)))
                .order(new VersionOrder.Lowest(metric));
    }

    /**
     * Those in some standings, the deleted ones too if they are asked for.
     *
     * @param standings at least one
     * @return the query
     */
    public VersionQuery in(VersionStanding... standings) {
        return where(new VersionCondition.In(Set.of(standings)));
    }

    /**
     * Those that were registered in some time.
     *
     * @param from the first instant of it
     * @param until the first instant after it
     * @return the query
     */
    public VersionQuery registeredBetween(Instant from, Instant until) {
        return where(new VersionCondition.RegisteredBetween(from, until));
    }

    /**
     * The same versions in another order.
     *
     * @param other the order
     * @return the query
     */
    public VersionQuery order(VersionOrder other) {
        return new VersionQuery(conditions, other, limit, after);
    }

    /**
     * The same versions, so many at a time.
     *
     * @param most 1 to 1,000
     * @return the query
     */
    public VersionQuery limit(int most) {
        return new VersionQuery(conditions, order, most, after);
    }

    /**
     * The page after another one.
     *
     * @param end where the other page ended, as it said
     * @return the query
     */
    public VersionQuery after(String end) {
        return new VersionQuery(conditions, order, limit, Optional.of(end));
    }
}
