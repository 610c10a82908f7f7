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
        if (origin.equals(Origin.NONE)) {
            return null;
        }
        JsonObject json = new JsonObject()
                .with("run", origin.run().orElse(null))
                .with("commit", origin.commit().orElse(null))
                .with("parent", Columns.nullable(origin.parent()))
                .with(
                        "baseline",
                        origin.baseline()
                                .map(compared ->
                                        new JsonObject().with("champion", Columns.nullable(compared.champion())))
                                .orElse(null));
        // left out if there is none: rows from before there were imports have to stay as they are
        origin.imported().ifPresent(from -> json.with("imported", write(from)));
        return json;
    }

    /** What a version is in one registry, for another. */
    static JsonObject write(Origin.Imported from) {
        return new JsonObject()
                .with("model", from.model())
                .with("version", from.version())
                .with("row", from.row())
                .with("registered_by", from.registeredBy())
                .with("registered_at", Long.toString(EpochNanos.of(from.registeredAt())))
                .with("approval", ApprovalColumns.of(from.approval()).json());
    }

    static Origin read(@Nullable String text, String where) {
        return text == null ? Origin.NONE : StoredJson.read(text, "its origin", where, json -> read(json, where));
    }

    static Origin read(JsonNode json, String where) {
        return new Origin(
                optional(json, "run"),
                optional(json, "commit"),
                number(json, "parent"),
                json.path("baseline").isNull()
                        ? Optional.empty()
                        : Optional.of(new Origin.Baseline(number(json.path("baseline"), "champion"))),
                json.has("imported") ? Optional.of(imported(json.path("imported"), where)) : Optional.empty());
    }

    static Origin.Imported imported(JsonNode json, String where) {
        return new Origin.Imported(
                StoredJson.string(json, "model"),
                StoredJson.integer(json, "version"),
                StoredJson.string(json, "row"),
                StoredJson.string(json, "registered_by"),
                StoredJson.instant(json, "registered_at"),
                ApprovalColumns.read(json.path("approval")).approval(where));
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return json.path(key).isNull() ? Optional.empty() : Optional.of(StoredJson.string(json, key));
    }

    private static OptionalInt number(JsonNode json, String key) {
        return json.path(key).isNull() ? OptionalInt.empty() : OptionalInt.of(StoredJson.integer(json, key));
    }
}
