package io.mlops4j.registry;

import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Where aliases stand and how they came there, within one transaction. */
final class AliasTable {

    private static final String STANDING =
            "SELECT model, name, version, since, actor, reason, sequence FROM mlops_alias";

    private static final String MOVES = "SELECT sequence, model, alias, from_version, to_version, rollback, moved_at,"
            + " actor, reason FROM mlops_alias_move";

    private final Handle handle;

    AliasTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Where an alias stands.
     *
     * @param alias what everybody sees
     * @param sequence the row of the audit that put it there
     */
    record Standing(Alias alias, long sequence) {}

    /**
     * A move of an alias.
     *
     * @param move what everybody sees
     * @param rollback whether it went back
     */
    record StoredMove(AliasMove move, boolean rollback) {}

    Optional<Alias> find(String model, String name) {
        return handle.createQuery(STANDING + " WHERE model = :model AND name = :name")
                .bind("model", model)
                .bind("name", name)
                .map(AliasTable::standing)
                .findOne()
                .map(Standing::alias);
    }

    List<Alias> of(String model) {
        return handle
                .createQuery(STANDING + " WHERE model = :model")
                .bind("model", model)
                .map(AliasTable::standing)
                .list()
                .stream()
                .map(Standing::alias)
                .sorted(Comparator.comparing(Alias::name))
                .toList();
    }

    Stream<Stated> states() {
        return handle.createQuery(STANDING).map(AliasTable::standing).list().stream()
                .map(standing -> new Stated(
                        Subject.alias(standing.alias().model(), standing.alias().name()),
                        OptionalLong.of(standing.sequence()),
                        () -> AliasChanges.state(OptionalInt.of(standing.alias().version()))));
    }

    /** The names of the aliases on a version. */
    List<String> naming(String model, int version) {
        return handle
                .createQuery("SELECT name FROM mlops_alias WHERE model = :model AND version = :version")
                .bind("model", model)
                .bind("version", version)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /**
     * Moves an alias, if it stands where the move says that it comes from.
     *
     * @return false if it stands elsewhere; then nothing was changed
     */
    boolean compareAndSet(StoredMove stored) {
        AliasMove move = stored.move();
        boolean moved = move.to().isPresent() ? move.from().isPresent() ? update(move) : insert(move) : delete(move);
        if (moved) {
            remember(stored);
        }
        return moved;
    }

    private boolean insert(AliasMove move) {
        return handle.createUpdate("INSERT INTO mlops_alias (model, name, version, since, actor, reason, sequence)"
                                + " VALUES (:model, :name, :to, :since, :actor, :reason, :sequence)"
                                + " ON CONFLICT (model, name) DO NOTHING")
                        .bind("model", move.model())
                        .bind("name", move.alias())
                        .bind("to", move.to().getAsInt())
                        .bind("since", EpochNanos.of(move.at()))
                        .bind("actor", move.decision().actor())
                        .bind("reason", move.decision().reason())
                        .bind("sequence", move.sequence())
                        .execute()
                == 1;
    }

    private boolean update(AliasMove move) {
        return handle.createUpdate("UPDATE mlops_alias SET version = :to, since = :since, actor = :actor,"
                                + " reason = :reason, sequence = :sequence"
                                + " WHERE model = :model AND name = :name AND version = :from")
                        .bind("model", move.model())
                        .bind("name", move.alias())
                        .bind("from", move.from().getAsInt())
                        .bind("to", move.to().getAsInt())
                        .bind("since", EpochNanos.of(move.at()))
                        .bind("actor", move.decision().actor())
                        .bind("reason", move.decision().reason())
                        .bind("sequence", move.sequence())
                        .execute()
                == 1;
    }

    private boolean delete(AliasMove move) {
        return handle.createUpdate("DELETE FROM mlops_alias WHERE model = :model AND name = :name AND version = :from")
                        .bind("model", move.model())
                        .bind("name", move.alias())
                        .bind("from", move.from().getAsInt())
                        .execute()
                == 1;
    }

    private void remember(StoredMove stored) {
        AliasMove move = stored.move();
        handle.createUpdate("INSERT INTO mlops_alias_move (sequence, model, alias, from_version, to_version, rollback,"
                        + " moved_at, actor, reason) VALUES (:sequence, :model, :alias, :from, :to, :rollback, :at,"
                        + " :actor, :reason)")
                .bind("sequence", move.sequence())
                .bind("model", move.model())
                .bind("alias", move.alias())
                .bind("from", Columns.nullable(move.from()))
                .bind("to", Columns.nullable(move.to()))
                .bind("rollback", stored.rollback() ? 1 : 0)
                .bind("at", EpochNanos.of(move.at()))
                .bind("actor", move.decision().actor())
                .bind("reason", move.decision().reason())
                .execute();
    }

    List<StoredMove> history(String model, String alias) {
        return handle.createQuery(MOVES + " WHERE model = :model AND alias = :alias ORDER BY sequence")
                .bind("model", model)
                .bind("alias", alias)
                .map(AliasTable::move)
                .list();
    }

    /** All moves of all aliases in order; to be closed. */
    Stream<StoredMove> allMoves() {
        return handle
                .createQuery(MOVES + " ORDER BY sequence")
                .setFetchSize(Columns.ROWS_AT_A_TIME)
                .map(AliasTable::move)
                .stream();
    }

    /** The last move until then; that it was the last says the sequence, whatever the clocks of those who moved it said. */
    OptionalInt asOf(String model, String alias, long nanos) {
        return handle.createQuery(MOVES + " WHERE model = :model AND alias = :alias AND moved_at <= :at"
                        + " ORDER BY sequence DESC LIMIT 1")
                .bind("model", model)
                .bind("alias", alias)
                .bind("at", nanos)
                .map(AliasTable::move)
                .findOne()
                .map(stored -> stored.move().to())
                .orElse(OptionalInt.empty());
    }

    private static Standing standing(ResultSet row, StatementContext context) throws SQLException {
        return new Standing(
                new Alias(
                        row.getString("model"),
                        row.getString("name"),
                        row.getInt("version"),
                        EpochNanos.instant(row.getLong("since")),
                        new Decision(row.getString("actor"), row.getString("reason"))),
                row.getLong("sequence"));
    }

    private static StoredMove move(ResultSet row, StatementContext context) throws SQLException {
        return new StoredMove(
                new AliasMove(
                        row.getLong("sequence"),
                        row.getString("model"),
                        row.getString("alias"),
                        Columns.optionalInt(row, "from_version"),
                        Columns.optionalInt(row, "to_version"),
                        EpochNanos.instant(row.getLong("moved_at")),
                        new Decision(row.getString("actor"), row.getString("reason"))),
                row.getInt("rollback") != 0);
    }
}
