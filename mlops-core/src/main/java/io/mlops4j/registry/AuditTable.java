package io.mlops4j.registry;

import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The audit, within one transaction. */
final class AuditTable {

    private static final String SELECT = "SELECT sequence, at, action, model, version, alias, actor, reason,"
            + " before_state, after_state, previous_hash, hash FROM mlops_audit";

    private final Handle handle;

    AuditTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * The end of the chain.
     *
     * @param sequence the number of the last row, 0 if there is none
     * @param hash its hash, 64 zeros if there is none
     */
    record Head(long sequence, String hash) {}

    /** The end of the chain, which is the caller's alone until the transaction ends; so are all other tables. */
    Head lock() {
        return handle.createQuery(
                        "UPDATE mlops_audit_head SET sequence = sequence WHERE one = 1 RETURNING sequence, hash")
                .map(AuditTable::headRow)
                .one();
    }

    Head head() {
        return handle.createQuery("SELECT sequence, hash FROM mlops_audit_head WHERE one = 1")
                .map(AuditTable::headRow)
                .one();
    }

    void append(AuditEntry entry) {
        handle.createUpdate("INSERT INTO mlops_audit (sequence, at, action, model, version, alias, actor, reason,"
                        + " before_state, after_state, previous_hash, hash) VALUES (:sequence, :at, :action, :model,"
                        + " :version, :alias, :actor, :reason, :before, :after, :previousHash, :hash)")
                .bind("sequence", entry.sequence())
                .bind("at", EpochNanos.of(entry.at()))
                .bind("action", entry.action())
                .bind("model", entry.model())
                .bind("version", Columns.nullable(entry.version()))
                .bind("alias", entry.alias().orElse(null))
                .bind("actor", entry.decision().actor())
                .bind("reason", entry.decision().reason())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .bind("previousHash", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
        handle.createUpdate("UPDATE mlops_audit_head SET sequence = :sequence, hash = :hash WHERE one = 1")
                .bind("sequence", entry.sequence())
                .bind("hash", entry.hash())
                .execute();
    }

    List<AuditEntry> of(String model) {
        return handle.createQuery(SELECT + " WHERE model = :model ORDER BY sequence")
                .bind("model", model)
                .map(AuditTable::row)
                .list();
    }

    /** All rows in order; to be closed. */
    Stream<AuditEntry> all() {
        return handle
                .createQuery(SELECT + " ORDER BY sequence")
                .setFetchSize(Columns.ROWS_AT_A_TIME)
                .map(AuditTable::row)
                .stream();
    }

    private static Head headRow(ResultSet row, StatementContext context) throws SQLException {
        return new Head(row.getLong("sequence"), row.getString("hash"));
    }

    private static AuditEntry row(ResultSet row, StatementContext context) throws SQLException {
        OptionalInt version = Columns.optionalInt(row, "version");
        return new AuditEntry(
                row.getLong("sequence"),
                EpochNanos.instant(row.getLong("at")),
                row.getString("action"),
                row.getString("model"),
                version,
                Optional.ofNullable(row.getString("alias")),
                new Decision(row.getString("actor"), row.getString("reason")),
                row.getString("before_state"),
                row.getString("after_state"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
