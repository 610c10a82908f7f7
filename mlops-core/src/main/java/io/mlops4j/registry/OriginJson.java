package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The origin of a version, as a row holds it. */
final class OriginJson {

    private OriginJson() {}

    static @Nullable JsonObject write(Origin origin) {
        return origin.equals(Origin.NONE)
                ? null
                : new JsonObject()
                        .with("run", origin.run().orElse(null))
                        .with("commit", origin.commit().orElse(null))
                        .with("parent", Columns.nullable(origin.parent()))
                        .with(
                                "baseline",
                                origin.baseline()
                                        .map(compared -> new JsonObject()
                                                .with("champion", Columns.nullable(compared.champion())))
                                        .orElse(null));
    }

    static Origin read(@Nullable String text, String where) {
        return text == null
                ? Origin.NONE
                : StoredJson.read(
                        text,
                        "its origin",
                        where,
                        json -> new Origin(
                                optional(json, "run"),
                                optional(json, "commit"),
                                number(json, "parent"),
                                json.path("baseline").isNull()
                                        ? Optional.empty()
                                        : Optional.of(new Origin.Baseline(number(json.path("baseline"), "champion")))));
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return json.path(key).isNull() ? Optional.empty() : Optional.of(StoredJson.string(json, key));
    }

    private static OptionalInt number(JsonNode json, String key) {
        return json.path(key).isNull() ? OptionalInt.empty() : OptionalInt.of(StoredJson.integer(json, key));
    }
}
