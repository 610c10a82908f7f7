package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.evaluate.Condition;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.MetricBound;
import io.mlops4j.json.JsonObject;

/** The policy of an alias, as a row holds it; an open one has no row. */
final class PolicyJson {

    private static final String AT_LEAST = "at_least";
    private static final String AT_MOST = "at_most";

    private PolicyJson() {}

    static String write(AliasPolicy policy) {
        return policy.equals(AliasPolicy.OPEN)
                ? Change.NOTHING
                : StoredJson.text(new JsonObject()
                        .with("approved", policy.approved())
                        .with(
                                "metrics",
                                policy.metrics().stream().map(PolicyJson::bound).toList())
                        .with("signatures", policy.signatures())
                        .with("minimum_version", policy.minimumVersion())
                        .with("downgrade", policy.downgrade().name()));
    }

    static AliasPolicy read(String text, String where) {
        return StoredJson.read(
                text,
                "its policy",
                where,
                json -> new AliasPolicy(
                        StoredJson.flag(json, "approved"),
                        StoredJson.list(json.path("metrics"), PolicyJson::bound),
                        StoredJson.integer(json, "signatures"),
                        StoredJson.integer(json, "minimum_version"),
                        AliasPolicy.Downgrade.valueOf(StoredJson.string(json, "downgrade"))));
    }

    private static JsonObject bound(MetricBound bound) {
        JsonObject json = FactsJson.metricMembers(bound.metric());
        return bound.condition() instanceof Condition.AtLeast least
                ? json.with(AT_LEAST, FactsJson.number(least.threshold()))
                : json.with(AT_MOST, FactsJson.number(((Condition.AtMost) bound.condition()).threshold()));
    }

    private static MetricBound bound(JsonNode json) {
        return json.has(AT_LEAST)
                ? MetricBound.atLeast(FactsJson.metric(json), FactsJson.number(json.path(AT_LEAST)))
                : MetricBound.atMost(FactsJson.metric(json), FactsJson.number(json.path(AT_MOST)));
    }
}
