package io.mlops4j.registry;

import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AuditCheck.BrokenLink;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.registry.AliasTable.StoredMove;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The state that the rows of the audit tell of, and how the tables differ from it. */
final class ToldState {

    /**
     * The last row about something.
     *
     * @param sequence its number
     * @param state the state after it
     */
    private record Told(long sequence, String state) {}

    private final Map<String, Told> things = new LinkedHashMap<>();
    private final Map<Long, String> moves = new HashMap<>();

    void add(AuditEntry row) {
        Action action = Action.of(row.action());
        if (action.subject() != Subject.NOTHING) {
            things.put(action.subject().name(row), new Told(row.sequence(), row.after()));
        }
        if (action.subject() == Subject.ALIAS) {
            moves.put(row.sequence(), move(row, row.before(), row.after(), action == Action.ROLLBACK_ALIAS));
        }
    }

    private static String move(AuditEntry row, String from, String to, boolean rollback) {
        return String.join(
                "\n",
                key(row.model(), row.alias().orElse("")),
                from,
                to,
                Boolean.toString(rollback),
                row.at().toString(),
                row.decision().toString());
    }

    private static String move(StoredMove stored) {
        AliasMove move = stored.move();
        return String.join(
                "\n",
                key(move.model(), move.alias()),
                AliasChanges.state(move.from()),
                AliasChanges.state(move.to()),
                Boolean.toString(stored.rollback()),
                move.at().toString(),
                move.decision().toString());
    }

    /** The first difference, if there is one. What is compared is taken away, so what is left was told but is not there. */
    Optional<BrokenLink> difference(Handle handle) {
        AliasTable aliases = new AliasTable(handle);
        ModelTable models = new ModelTable(handle);
        return firstOf(new VersionTable(handle).states())
                .or(() -> firstOf(models.states()))
                .or(() -> firstOf(aliases.states()))
                .or(() -> firstOf(new PolicyTable(handle).states()))
                .or(this::missing)
                .or(() -> models.withWrongCount()
                        .flatMap(model -> broken(null, "the count of versions of " + model + " is not theirs")))
                .or(() -> new SearchIndex(handle).hasOrphans()
                        ? broken(null, "the index for search tells of versions that are not there")
                        : Optional.empty())
                .or(() -> moves(aliases));
    }

    private Optional<BrokenLink> firstOf(Stream<Stated> states) {
        return states.flatMap(stated -> compare(stated).stream()).findFirst();
    }

    private Optional<BrokenLink> compare(Stated stated) {
        Told told = things.remove(stated.name());
        String state;
        try {
            state = stated.state().get();
        } catch (MlopsException | IllegalArgumentException e) {
            return broken(told, stated.name() + " cannot be read: " + e.getMessage());
        }
        if (told == null) {
            return state.equals(Change.NOTHING)
                    ? Optional.empty()
                    : broken(null, stated.name() + " is there, but no row tells of it");
        } else if (stated.sequence().orElse(told.sequence()) != told.sequence()) {
            return broken(
                    told,
                    stated.name() + " was put there by row " + stated.sequence().getAsLong());
        }
        return state.equals(told.state())
                ? Optional.empty()
                : broken(told, stated.name() + " is not what this row left it as");
    }

    private Optional<BrokenLink> missing() {
        return things.entrySet().stream()
                .filter(left -> !left.getValue().state().equals(Change.NOTHING))
                .findFirst()
                .flatMap(left -> broken(left.getValue(), left.getKey() + " is not there"));
    }

    private Optional<BrokenLink> moves(AliasTable table) {
        try (Stream<StoredMove> stored = table.allMoves()) {
            for (Iterator<StoredMove> all = stored.iterator(); all.hasNext(); ) {
                StoredMove move = all.next();
                if (!Objects.equals(moves.remove(move.move().sequence()), move(move))) {
                    return Optional.of(new BrokenLink(
                            move.move().sequence(), "the history of the alias tells of another move: " + move.move()));
                }
            }
        }
        return moves.keySet().stream()
                .min(Long::compare)
                .map(sequence -> new BrokenLink(sequence, "the history of the alias lacks this move"));
    }

    private static Optional<BrokenLink> broken(@Nullable Told told, String problem) {
        return Optional.of(new BrokenLink(told == null ? 0 : told.sequence(), problem));
    }

    private static String key(String model, String name) {
        return model + " " + name;
    }
}
