package io.mlops4j.registry;

import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.json.JsonObject;
import io.mlops4j.json.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The models, within one transaction. */
final class ModelTable {

    private final Handle handle;

    ModelTable(Handle handle) {
        this.handle = handle;
    }

    List<String> names() {
        return handle.createQuery("SELECT name FROM mlops_model").mapTo(String.class).list().stream()
                // here and not in the database, whose order of letters depends on how it was set up
                .sorted()
                .toList();
    }

    Optional<RegisteredModel> find(String name) {
        return handle.createQuery(
                        "SELECT name, owner, description, tags, four_eyes FROM mlops_model WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> new RegisteredModel(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("owner")),
                        row.getString("description"),
                        TagsJson.read(row.getString("tags"), "Model " + name),
                        row.getInt("four_eyes") != 0))
                .findOne();
    }

    RegisteredModel require(String name) {
        return find(name)
                .orElseThrow(() -> new NotFoundException("There is no model " + Quoted.of(name) + ". Models: "
                        + names().stream().limit(20).toList() + "."));
    }

    void add(String name) {
        handle.createUpdate(
                        "INSERT INTO mlops_model (name, last_number) VALUES (:model, 0) ON CONFLICT (name) DO NOTHING")
                .bind("model", name)
                .execute();
    }

    void update(RegisteredModel model) {
        handle.createUpdate("UPDATE mlops_model SET owner = :owner, description = :description, tags = :tags,"
                        + " four_eyes = :fourEyes WHERE name = :name")
                .bind("owner", model.owner().orElse(null))
                .bind("description", model.description())
                .bind("tags", StoredJson.text(model.tags()))
                .bind("fourEyes", model.fourEyes() ? 1 : 0)
                .bind("name", model.name())
                .execute();
    }

    /** The next number of a model, which has to be there. */
    int nextNumber(String model) {
        return handle.createQuery(
                        "UPDATE mlops_model SET last_number = last_number + 1 WHERE name = :model RETURNING last_number")
                .bind("model", model)
                .mapTo(Integer.class)
                .one();
    }

    /** A model whose last number is not that of its last version. */
    Optional<String> withWrongCount() {
        return handle.createQuery(
                        "SELECT name FROM mlops_model WHERE last_number <> (SELECT count(*) FROM mlops_version"
                                + " WHERE mlops_version.model = mlops_model.name)")
                .mapTo(String.class)
                .findFirst();
    }

    Stream<Stated> states() {
        return names().stream().map(name -> new Stated(Subject.model(name), () -> state(require(name))));
    }

    /** All that is known as canonical JSON: what the audit keeps. */
    static String state(RegisteredModel model) {
        return model.equals(RegisteredModel.named(model.name()))
                ? Change.NOTHING
                : StoredJson.text(new JsonObject()
                        .with("owner", model.owner().orElse(null))
                        .with("description", model.description())
                        .with("tags", model.tags())
                        .with("four_eyes", model.fourEyes()));
    }
}
