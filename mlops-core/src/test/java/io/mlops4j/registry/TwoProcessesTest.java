package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.ModelRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes share a registry: every number is given out once, and every move has one winner. */
@Tag("F07")
@Tag("F08")
class TwoProcessesTest {

    private static final int ROUNDS = Boolean.getBoolean("mlops.soak") ? 1000 : 40;

    @TempDir
    private Path folder;

    @Test
    void raceInOneHome() throws Exception {
        Path home = folder.resolve("home");
        try (ModelRegistry registry = Registries.embedded(home)) {
            race(registry, Integer.toString(ROUNDS), "home", home.toString());
        }
    }

    @Test
    void raceInPostgres() throws Exception {
        String schema = Postgres.emptySchema();
        Path blobs = folder.resolve("blobs");
        try (ModelRegistry registry = Registries.sql(Postgres.dataSource(schema), Registries.blobsIn(blobs))) {
            race(registry, Integer.toString(ROUNDS), "postgres", blobs.toString(), Postgres.url(schema));
        }
    }

    /** The broken twin: what the lock is for. */
    @Test
    void withoutTheLockANumberIsGivenOutTwice() throws Exception {
        String schema = Postgres.emptySchema();
        try (Connection connection = Postgres.dataSource(schema).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE present (number INTEGER)");
            statement.execute("CREATE TABLE given (number INTEGER)");
        }

        List<Integer> given = numbers(linesOfTwo(CarelessProgram.class, "1000", Postgres.url(schema)), "version ");

        assertThat(given).hasSize(2000);
        assertThat(Set.copyOf(given)).hasSizeLessThan(given.size());
    }

    private static List<String> linesOfTwo(Class<?> program, String... arguments) throws Exception {
        List<String> lines = new ArrayList<>();
        try (ChildJvm one = new ChildJvm(program, arguments);
                ChildJvm other = new ChildJvm(program, arguments)) {
            lines.addAll(one.lines());
            lines.addAll(other.lines());
        }
        return lines;
    }

    private static void race(ModelRegistry registry, String... arguments) throws Exception {
        List<String> lines = linesOfTwo(RacingProgram.class, arguments);
        assertThat(numbers(lines, "version "))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 2 * ROUNDS).boxed().toList());
        List<AliasMove> history = registry.history(Given.MODEL, Alias.CHAMPION);
        assertThat(history)
                .extracting(move -> move.to().getAsInt())
                .as("moves, which are the wins")
                .containsExactlyInAnyOrderElementsOf(numbers(lines, "won "));
        OptionalInt stands = OptionalInt.empty();
        for (AliasMove move : history) {
            assertThat(move.from()).as("where %s came from", move).isEqualTo(stands);
            stands = move.to();
        }
        assertThat(registry.verify().broken()).isEmpty();
        System.out.println("2 processes × " + ROUNDS + " rounds: " + 2 * ROUNDS + " numbers without gap or double, "
                + history.size() + " moves won, " + lost(lines) + " lost to the holder who was named");
        assertThat(history.size() + lost(lines)).isEqualTo(2 * ROUNDS);
    }

    /** Those who were told who holds it. */
    private static int lost(List<String> lines) {
        return (int)
                lines.stream().filter(line -> line.matches("lost to v[0-9]+")).count();
    }

    private static List<Integer> numbers(List<String> lines, String what) {
        return lines.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> Integer.valueOf(line.substring(what.length())))
                .toList();
    }
}
