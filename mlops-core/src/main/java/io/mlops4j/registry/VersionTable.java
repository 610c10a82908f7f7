package io.mlops4j.registry;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionState;
import io.mlops4j.json.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.StatementContext;

/** The versions, within one transaction. */
final class VersionTable {

    /** The columns of a version, of a table that is called {@code v}. */
    static final String COLUMNS = "v.model, v.number, v.digest, v.size, v.verdict, v.registered_at, v.registered_by,"
            + " v.idempotency_key, v.approval, v.approval_actor, v.approval_reason, v.approval_at, v.sequence, v.facts,"
            + " v.origin, v.tags, v.signatures, v.deletion, v.deleted_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM mlops_version v";

    private final Handle handle;
    private final SearchIndex index;

    /**
     * Names a version.
     *
     * @param model the name of the model
     * @param number its number
     */
    record Key(String model, int number) {}

    VersionTable(Handle handle) {
        this.handle = handle;
        this.index = new SearchIndex(handle);
    }

    List<StoredVersion> all(String model) {
        return handle.createQuery(SELECT + " WHERE v.model = :model ORDER BY v.number")
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
        return handle.createQuery(SELECT + " WHERE v.model = :model AND v.number = :number")
                .bind("model", model)
                .bind("number", number)
                .map(VersionTable::row);
    }

    Optional<StoredVersion> find(String model, String idempotencyKey) {
        return handle.createQuery(SELECT + " WHERE v.model = :model AND v.idempotency_key = :key")
                .bind("model", model)
                .bind("key", idempotencyKey)
                .map(VersionTable::row)
                .findOne();
    }

    /** What was deleted until then and can be purged, in the order of registration. */
    List<Key> deletedUntil(long nanos) {
        return keys(handle.createQuery("SELECT model, number FROM mlops_version WHERE deletion = 'soft'"
                        + " AND deleted_at <= :at ORDER BY sequence")
                .bind("at", nanos));
    }

    private static List<Key> keys(org.jdbi.v3.core.statement.Query query) {
        return query.map((row, context) -> new Key(row.getString("model"), row.getInt("number")))
                .list();
    }

    void insert(StoredVersion stored) {
        ModelVersion version = stored.version();
        ApprovalColumns approval = ApprovalColumns.of(version.approval());
        Object origin = OriginJson.write(version.origin());
        handle.createUpdate("INSERT INTO mlops_version (model, number, digest, size, verdict, registered_at,"
                        + " registered_by, idempotency_key, approval, sequence, facts, origin) VALUES (:model, :number,"
                        + " :digest, :size, :verdict, :registeredAt, :registeredBy, :key, :approval, :sequence, :facts,"
                        + " :origin)")
                .bind("model", version.model())
                .bind("number", version.number())
                .bind("digest", version.digest())
                .bind("size", version.size())
                .bind("verdict", StoredJson.text(VerdictJson.write(version.verdict())))
                .bind("registeredAt", EpochNanos.of(version.registeredAt()))
                .bind("registeredBy", version.registeredBy())
                .bind("key", stored.idempotencyKey().orElse(null))
                .bind("approval", approval.state())
                .bind("sequence", stored.sequence())
                .bind("facts", FactsJson.write(version.facts()))
                .bind("origin", origin == null ? null : StoredJson.text(origin))
                .execute();
        index.insert(stored);
    }

    void update(StoredVersion stored) {
        ModelVersion version = stored.version();
        VersionState state = version.state();
        ApprovalColumns approval = ApprovalColumns.of(state.approval());
        handle.createUpdate("UPDATE mlops_version SET approval = :approval, approval_actor = :actor,"
                        + " approval_reason = :reason, approval_at = :at, tags = :tags, signatures = :signatures,"
                        + " deletion = :deletion, deleted_at = :deletedAt WHERE model = :model AND number = :number")
                .bind("approval", approval.state())
                .bind("actor", approval.actor())
                .bind("reason", approval.reason())
                .bind("at", approval.at())
                .bind("tags", StoredJson.text(state.tags()))
                .bind("signatures", StoredJson.text(TagsJson.write(state.signatures())))
                .bind("deletion", StoredVersion.text(state.deletion()))
                .bind("deletedAt", stored.deletedAt().map(EpochNanos::of).orElse(null))
                .bind("model", version.model())
                .bind("number", version.number())
                .execute();
        index.updateTerms(stored);
    }

    /** All versions, readable or not. */
    Stream<Stated> states() {
        return keys(handle.createQuery("SELECT model, number FROM mlops_version ORDER BY model, number")).stream()
                .map(key -> new Stated(Subject.version(key.model(), key.number()), () -> state(key)));
    }

    private String state(Key key) {
        StoredVersion stored = require(key.model(), key.number());
        if (!index.agreesWith(stored)) {
            throw new CorruptArtifactException("the index for search tells another thing than the version itself");
        }
        return stored.state();
    }

    private String notFound(String model, int number) {
        Optional<Integer> last = handle.createQuery("SELECT last_number FROM mlops_model WHERE name = :model")
                .bind("model", model)
                .mapTo(Integer.class)
                .findOne();
        return "There is no version " + number + " of "
                + Quoted.of(model)
                + last.map(count -> count == 0 ? "; it has none." : "; it has the versions 1 to " + count + ".")
                        .orElseGet(() -> "; there is no such model. Models: "
                                + new ModelTable(handle)
                                        .names().stream().limit(20).toList() + ".");
    }

    static StoredVersion row(ResultSet row, StatementContext context) throws SQLException {
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
                FactsJson.read(row.getString("facts"), where),
                OriginJson.read(row.getString("origin"), where),
                state(row, where));
        return new StoredVersion(
                version,
                Optional.ofNullable(row.getString("idempotency_key")),
                row.getLong("sequence"),
                Optional.ofNullable(Columns.nullableLong(row, "deleted_at")).map(EpochNanos::instant));
    }

    private static VersionState state(ResultSet row, String where) throws SQLException {
        return new VersionState(
                new ApprovalColumns(
                                row.getString("approval"),
                                row.getString("approval_actor"),
                                row.getString("approval_reason"),
                                Columns.nullableLong(row, "approval_at"))
                        .approval(where),
                VersionState.Deletion.valueOf(row.getString("deletion").toUpperCase(Locale.ROOT)),
                TagsJson.read(row.getString("tags"), where),
                TagsJson.signatures(row.getString("signatures"), where));
    }
}
