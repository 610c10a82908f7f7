package io.mlops4j.bundle;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.train.CategoryTarget;
import io.mlops4j.api.train.NumberTarget;
import io.mlops4j.api.train.Target;
import io.mlops4j.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes in and what comes out: the input columns with their categories, the target, its classes. */
record SchemaPart(Schema input, List<Dictionary> categories, Target<?> target, Optional<Classes> classes) {

    JsonObject encode() {
        List<JsonObject> columns = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            Column column = input.columns().get(i);
            columns.add(new JsonObject()
                    .with("name", column.name())
                    .with("type", JsonValue.constantText(column.type()))
                    .with("role", JsonValue.constantText(column.role()))
                    .with("nullable", column.nullable())
                    .with("categories", categories.get(i).names()));
        }
        return new JsonObject()
                .with("name", input.name())
                .with("columns", columns)
                .with("target", encodedTarget())
                .with("classes", classes.map(SchemaPart::encode).orElse(null));
    }

    static SchemaPart decode(JsonValue json) {
        json.withKeys("classes", "columns", "name", "target");
        List<JsonValue> columns = json.get("columns").list();
        return new SchemaPart(
                Schema.of(
                        json.get("name").text(),
                        columns.stream().map(SchemaPart::column).toList()),
                columns.stream().map(SchemaPart::dictionary).toList(),
                target(json.get("target")),
                json.get("classes").optional(SchemaPart::classes));
    }

    private static Column column(JsonValue json) {
        json.withKeys("categories", "name", "nullable", "role", "type");
        ColumnType type = json.get("type").constant(ColumnType.class);
        if (type == ColumnType.SPARSE) {
            throw json.get("type").corrupt("a sparse column is made by preprocessing, never read");
        }
        return new Column(
                json.get("name").text(),
                type,
                json.get("role").constant(Role.class),
                json.get("nullable").flag());
    }

    private static Dictionary dictionary(JsonValue json) {
        return Dictionary.of(json.get("categories").list(JsonValue::text));
    }

    private JsonObject encodedTarget() {
        if (target instanceof CategoryTarget category) {
            return new JsonObject()
                    .with("kind", "category")
                    .with("column", category.column())
                    .with("positive", category.positiveClass().orElse(null));
        }
        return new JsonObject().with("kind", "number").with("column", ((NumberTarget) target).column());
    }

    private static Target<?> target(JsonValue json) {
        return switch (json.get("kind").text()) {
            case "category" -> {
                json.withKeys("column", "kind", "positive");
                yield new CategoryTarget(
                        json.get("column").text(), json.get("positive").optional(JsonValue::text));
            }
            case "number" -> {
                json.withKeys("column", "kind");
                yield new NumberTarget(json.get("column").text());
            }
            default -> throw json.get("kind").corrupt("expected 'category' or 'number'");
        };
    }

    private static JsonObject encode(Classes classes) {
        return new JsonObject()
                .with("names", classes.names())
                .with("positive", classes.positive().orElse(null));
    }

    private static Classes classes(JsonValue json) {
        json.withKeys("names", "positive");
        return new Classes(
                json.get("names").list(JsonValue::text), json.get("positive").optional(JsonValue::text));
    }
}
