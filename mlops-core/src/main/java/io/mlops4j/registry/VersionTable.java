package io.mlops4j.registry;

import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.json.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The models and their versions, within one transaction. */
final class VersionTable {

    private static final String SELECT = "SELECT model, number, digest, size, verdict, registered_at, registered_by,"
            + " idempotency_key, approval, approval_actor, approval_reason, approval_at FROM mlops_version";

    private final Handle handle;

    /**
     * Names a version.
     *
     * @param model the name of the model
     * @param number its number
     */
    record Key(String model, int number) {}

    VersionTable(Handle handle) {
        this.handle = handle;
    }

    List<String> models() {
        return handle.createQuery("SELECT name FROM mlops_model").mapTo(String.class).list().stream()
                // here and not in the database, whose order of letters depends on how it was set up
                .sorted()
                .toList();
    }

    /** Which versions there are, readable or not. */
    List<Key> keys() {
        return handle.createQuery("SELECT model, number FROM mlops_version ORDER BY model, number")
                .map((row, context) -> new Key(row.getString("model"), row.getInt("number")))
                .list();
    }

    /** A model whose last number is not that of its last version. */
    Optional<String> modelWithWrongCount() {
        return handle.createQuery(
                        "SELECT name FROM mlops_model WHERE last_number <> (SELECT count(*) FROM mlops_version"
                                + " WHERE mlops_version.model = mlops_model.name)")
                .mapTo(String.class)
                .findFirst();
    }

    List<StoredVersion> all(String model) {
        return handle.createQuery(SELECT + " WHERE model = :model ORDER BY number")
                .bind("model", model)
                .map(VersionTable::row)
                .list();
    }

    Optional<StoredVersion> find(String model, int number) {
        return byNumber(model, number).findOne();
    }

    StoredVersion require(String model, int number) {
        return find(model, number).orElseThrow(() -> new NotFoundException(notFound(model, number)));
    }

    private ResultIterable<StoredVersion> byNumber(String model, int number) {
        return handle.createQuery(SELECT + " WHERE model = :model AND number = :number")
                .bind("model", model)
                .bind("number", number)
                .map(VersionTable::row);
    }

    Optional<StoredVersion> find(String model, String idempotencyKey) {
        return handle.createQuery(SELECT + " WHERE model = :model AND idempotency_key = :key")
                .bind("model", model)
                .bind("key", idempotencyKey)
                .map(VersionTable::row)
                .findOne();
    }

    int nextNumber(String model) {
        handle.createUpdate(
                        "INSERT INTO mlops_model (name, last_number) VALUES (:model, 0) ON CONFLICT (name) DO NOTHING")
                .bind("model", model)
                .execute();
        return handle.createQuery(
                        "UPDATE mlops_model SET last_number = last_number + 1 WHERE name = :model RETURNING last_number")
                .bind("model", model)
                .mapTo(Integer.class)
                .one();
    }

    void insert(StoredVersion stored) {
        ModelVersion version = stored.version();
        ApprovalColumns approval = ApprovalColumns.of(version.approval());
        handle.createUpdate("INSERT INTO mlops_version (model, number, digest, size, verdict, registered_at,"
                        + " registered_by, idempotency_key, approval) VALUES (:model, :number, :digest, :size, :verdict,"
                        + " :registeredAt, :registeredBy, :key, :approval)")
                .bind("model", version.model())
                .bind("number", version.number())
                .bind("digest", version.digest())
                .bind("size", version.size())
                .bind("verdict", StoredVersion.text(VerdictJson.write(version.verdict())))
                .bind("registeredAt", EpochNanos.of(version.registeredAt()))
                .bind("registeredBy", version.registeredBy())
                .bind("key", stored.idempotencyKey().orElse(null))
                .bind("approval", approval.state())
                .execute();
    }

    void updateApproval(ModelVersion version) {
        ApprovalColumns approval = ApprovalColumns.of(version.approval());
        handle.createUpdate("UPDATE mlops_version SET approval = :state, approval_actor = :actor,"
                        + " approval_reason = :reason, approval_at = :at WHERE model = :model AND number = :number")
                .bind("state", approval.state())
                .bind("actor", approval.actor())
                .bind("reason", approval.reason())
                .bind("at", approval.at())
                .bind("model", version.model())
                .bind("number", version.number())
                .execute();
    }

    private String notFound(String model, int number) {
        Query query = handle.createQuery("SELECT last_number FROM mlops_model WHERE name = :model");
        Optional<Integer> last = query.bind("model", model).mapTo(Integer.class).findOne();
        return "There is no version " + number + " of "
                + Quoted.of(model)
                + last.map(count -> "; it has the versions 1 to " + count + ".")
                        .orElseGet(() -> "; there is no such model. Models: "
                                + models().stream().limit(20).toList() + ".");
    }

    private static StoredVersion row(ResultSet row, StatementContext context) throws SQLException {
        String model = row.getString("model");
        int number = row.getInt("number");
        String where = "Version " + number + " of " + model;
        ModelVersion version = new ModelVersion(
                model,
                number,
                row.getString("digest"),
                row.getLong("size"),
                VerdictJson.read(row.getString("verdict"), where),
                EpochNanos.instant(row.getLong("registered_at")),
                row.getString("registered_by"),
                new ApprovalColumns(
                                row.getString("approval"),
                                row.getString("approval_actor"),
                                row.getString("approval_reason"),
                                Columns.nullableLong(row, "approval_at"))
                        .approval(where));
        return new StoredVersion(version, Optional.ofNullable(row.getString("idempotency_key")));
    }
}
