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
import java.util.OptionalInt;
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

    private final Map<String, Told> versions = new LinkedHashMap<>();
    private final Map<String, Told> aliases = new LinkedHashMap<>();
    private final Map<Long, String> moves = new HashMap<>();

    void add(AuditEntry row) {
        Told told = new Told(row.sequence(), row.after());
        if (row.alias().isPresent()) {
            aliases.put(key(row.model(), row.alias().get()), told);
            moves.put(
                    row.sequence(),
                    move(row, row.before(), row.after(), row.action().equals(Change.ROLLBACK)));
        } else if (row.version().isPresent()) {
            versions.put(key(row.model(), "v" + row.version().getAsInt()), told);
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
        return versions(new VersionTable(handle))
                .or(() -> aliases(new AliasTable(handle)))
                .or(() -> moves(new AliasTable(handle)));
    }

    private Optional<BrokenLink> versions(VersionTable table) {
        for (VersionTable.Key key : table.keys()) {
            Optional<BrokenLink> broken = version(table, key.model(), key.number());
            if (broken.isPresent()) {
                return broken;
            }
        }
        return versions.entrySet().stream()
                .findFirst()
                .flatMap(left -> missing(left.getValue(), left.getKey()))
                .or(() -> table.modelWithWrongCount()
                        .flatMap(model -> broken(null, "the count of versions of " + model + " is not theirs")));
    }

    private Optional<BrokenLink> version(VersionTable table, String model, int number) {
        Told told = versions.remove(key(model, "v" + number));
        String what = model + " v" + number;
        String state;
        try {
            state = table.find(model, number).map(StoredVersion::state).orElse(null);
        } catch (MlopsException | IllegalArgumentException e) {
            return broken(told, what + " cannot be read: " + e.getMessage());
        }
        return compare(told, state, what);
    }

    private Optional<BrokenLink> aliases(AliasTable table) {
        for (AliasTable.Standing standing : table.all()) {
            String what = key(standing.alias().model(), standing.alias().name());
            Told told = aliases.remove(what);
            if (told != null && told.sequence() != standing.sequence()) {
                return broken(told, "the alias " + what + " was put there by row " + standing.sequence());
            }
            Optional<BrokenLink> broken = compare(
                    told, AliasChanges.state(OptionalInt.of(standing.alias().version())), "the alias " + what);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return aliases.entrySet().stream()
                .filter(left -> !left.getValue().state().equals(Change.NOTHING))
                .findFirst()
                .flatMap(left -> missing(left.getValue(), "the alias " + left.getKey()));
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

    private static Optional<BrokenLink> compare(@Nullable Told told, @Nullable String state, String what) {
        if (told == null) {
            return broken(null, what + " is there, but no row tells of it");
        } else if (state == null) {
            return missing(told, what);
        }
        return state.equals(told.state()) ? Optional.empty() : broken(told, what + " is not what this row left it as");
    }

    private static Optional<BrokenLink> missing(@Nullable Told told, String what) {
        return broken(told, what + " is not there");
    }

    private static Optional<BrokenLink> broken(@Nullable Told told, String problem) {
        return Optional.of(new BrokenLink(told == null ? 0 : told.sequence(), problem));
    }

    private static String key(String model, String name) {
        return model + " " + name;
    }
}
