package io.mlops4j.bundle;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.check.TimestampProfile;
import io.mlops4j.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference profile: one object a column, by kind. */
final class ProfilePart {

    private ProfilePart() {}

    static JsonObject encode(Profile profile) {
        return new JsonObject()
                .with("rows", profile.rows())
                .with(
                        "columns",
                        profile.columns().stream().map(ProfilePart::column).toList());
    }

    static Profile decode(JsonValue json) {
        json.withKeys("columns", "rows");
        return new Profile(json.get("rows").count(), json.get("columns").list(ProfilePart::column));
    }

    private static JsonObject column(ColumnProfile profile) {
        JsonObject json = new JsonObject()
                .with("column", profile.column())
                .with("rows", profile.rows())
                .with("missing", profile.missing())
                .with("distinct", profile.distinct());
        if (profile instanceof NumericProfile numeric) {
            return NumericProfiles.encode(numeric, json.with("kind", "numeric"));
        }
        if (profile instanceof CategoryProfile category) {
            return json.with("kind", "category").with("counts", counts(category.counts()));
        }
        if (profile instanceof TextProfile text) {
            return json.with("kind", "text")
                    .with("shortest", text.shortest())
                    .with("longest", text.longest())
                    .with("meanLength", ExactNumber.encode(text.meanLength()));
        }
        TimestampProfile times = (TimestampProfile) profile;
        return json.with("kind", "timestamp")
                .with("first", times.first().map(Object::toString).orElse(null))
                .with("last", times.last().map(Object::toString).orElse(null));
    }

    private static ColumnProfile column(JsonValue json) {
        return switch (json.get("kind").text()) {
            case "numeric" -> NumericProfiles.decode(json);
            case "category" -> category(json.withKeys("column", "counts", "distinct", "kind", "missing", "rows"));
            case "text" ->
                text(json.withKeys(
                        "column", "distinct", "kind", "longest", "meanLength", "missing", "rows", "shortest"));
            case "timestamp" -> times(json.withKeys("column", "distinct", "first", "kind", "last", "missing", "rows"));
            default -> throw json.get("kind").corrupt("expected 'numeric', 'category', 'text' or 'timestamp'");
        };
    }

    private static ColumnProfile category(JsonValue json) {
        return new CategoryProfile(
                json.get("column").text(),
                json.get("rows").count(),
                json.get("missing").count(),
                json.get("distinct").count(),
                counts(json.get("counts")));
    }

    private static ColumnProfile text(JsonValue json) {
        return new TextProfile(
                json.get("column").text(),
                json.get("rows").count(),
                json.get("missing").count(),
                json.get("distinct").count(),
                json.get("shortest").smallCount(),
                json.get("longest").smallCount(),
                ExactNumber.decode(json.get("meanLength")));
    }

    private static ColumnProfile times(JsonValue json) {
        return new TimestampProfile(
                json.get("column").text(),
                json.get("rows").count(),
                json.get("missing").count(),
                json.get("distinct").count(),
                json.get("first").optional(GoldenPart::instant),
                json.get("last").optional(GoldenPart::instant));
    }

    /** An array, because the order says which category is more frequent and the keys of an object have none. */
    private static List<JsonObject> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new JsonObject().with("name", entry.getKey()).with("count", entry.getValue()))
                .toList();
    }

    private static Map<String, Long> counts(JsonValue json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (JsonValue entry : json.list()) {
            entry.withKeys("count", "name");
            if (counts.put(entry.get("name").text(), entry.get("count").count()) != null) {
                throw entry.get("name").corrupt("the category is counted twice");
            }
        }
        return counts;
    }
}
