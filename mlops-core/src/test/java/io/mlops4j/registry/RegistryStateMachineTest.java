package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionOrder;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.api.registry.VersionStanding;
import io.mlops4j.testkit.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;

/** Whatever is done, one after the other or by two at once: each database does what the specification says. */
@Tag("F07")
@Tag("F08")
class RegistryStateMachineTest {

    private static final int TRIES_IN_MEMORY = 40;
    private static final int TRIES_ON_DISK = 12;
    private static final int TRIES_IN_POSTGRES = 6;

    private final FixedClock clock = FixedClock.at("2026-03-29T00:59:59Z");
    private final List<Path> homes = new ArrayList<>();

    @Provide
    Arbitrary<List<RegistryOperation>> sequences() {
        return RegistryOperation.sequences();
    }

    @Provide
    Arbitrary<List<RegistryOperation>> halves() {
        return RegistryOperation.any().list().ofMinSize(5).ofMaxSize(25);
    }

    private ModelRegistry inMemory() {
        return Registries.inMemory(Given.environment(clock));
    }

    private ModelRegistry inPostgres() {
        try {
            return Registries.sql(
                    Postgres.dataSource(Postgres.emptySchema()), Registries.blobsInMemory(), Given.environment(clock));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private ModelRegistry inAFile() {
        try {
            Path home = Files.createTempDirectory("registry");
            homes.add(home);
            return Registries.embedded(home, Given.environment(clock));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterTry
    void removeHomes() throws IOException {
        for (Path home : homes) {
            try (java.util.stream.Stream<Path> files = Files.walk(home)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        homes.clear();
    }

    // one after the other

    @Property(tries = TRIES_IN_MEMORY)
    void sqliteInMemoryDoesWhatIsSpecified(@ForAll("sequences") List<RegistryOperation> operations) {
        compare(inMemory(), operations);
    }

    @Property(tries = TRIES_ON_DISK)
    void sqliteInAFileDoesWhatIsSpecified(@ForAll("sequences") List<RegistryOperation> operations) {
        compare(inAFile(), operations);
    }

    @Property(tries = TRIES_IN_POSTGRES)
    void postgresDoesWhatIsSpecified(@ForAll("sequences") List<RegistryOperation> operations) {
        compare(inPostgres(), operations);
    }

    private void compare(ModelRegistry opened, List<RegistryOperation> operations) {
        try (ModelRegistry registry = opened) {
            RegistrySpecification specification = new RegistrySpecification();
            for (RegistryOperation operation : operations) {
                assertThat(operation.on(registry, "alone"))
                        .as("%s after %s", operation, specification.state())
                        .isEqualTo(specification.apply(operation));
                clock.advance(Duration.ofSeconds(1));
                specification.pass(1);
            }
            requireState(registry, specification);
        }
    }

    private static void requireState(ModelRegistry registry, RegistrySpecification specification) {
        assertThat(state(registry)).isEqualTo(specification.state());
        assertThat(registry.audit(Given.MODEL)).hasSize(specification.changes());
        assertThat(registry.verify().broken()).isEmpty();
        List<ModelVersion> found = registry.find(VersionQuery.all()
                        .ofModel(Given.MODEL)
                        .in(VersionStanding.values())
                        .order(new VersionOrder.Oldest())
                        .limit(1000))
                .items();
        assertThat(found).as("what a search finds").isEqualTo(registry.versions(Given.MODEL));
        for (ModelVersion version : found) {
            version.tags()
                    .forEach((name, value) -> assertThat(registry.find(VersionQuery.all()
                                            .tagged(name, value)
                                            .in(VersionStanding.values())
                                            .limit(1000))
                                    .items())
                            .contains(version));
        }
    }

    private static String state(ModelRegistry registry) {
        StringBuilder state = new StringBuilder();
        for (ModelVersion version : registry.versions(Given.MODEL)) {
            state.append(
                    "v" + version.number() + " " + version.standing() + " " + new TreeMap<>(version.tags()) + "\n");
        }
        TreeMap<String, Integer> aliases = new TreeMap<>();
        registry.aliases(Given.MODEL).forEach((Alias alias) -> aliases.put(alias.name(), alias.version()));
        return state.append(aliases).toString();
    }

    // two at once

    @Property(tries = TRIES_ON_DISK, shrinking = ShrinkingMode.OFF)
    void twoThreadsOnSqliteInMemoryAreLikeOneAfterTheOther(
            @ForAll("halves") List<RegistryOperation> one, @ForAll("halves") List<RegistryOperation> other)
            throws Exception {
        race(inMemory(), one, other);
    }

    @Property(tries = TRIES_ON_DISK, shrinking = ShrinkingMode.OFF)
    void twoThreadsOnSqliteInAFileAreLikeOneAfterTheOther(
            @ForAll("halves") List<RegistryOperation> one, @ForAll("halves") List<RegistryOperation> other)
            throws Exception {
        race(inAFile(), one, other);
    }

    @Property(tries = TRIES_IN_POSTGRES, shrinking = ShrinkingMode.OFF)
    void twoThreadsOnPostgresAreLikeOneAfterTheOther(
            @ForAll("halves") List<RegistryOperation> one, @ForAll("halves") List<RegistryOperation> other)
            throws Exception {
        race(inPostgres(), one, other);
    }

    /**
     * What one thread did.
     *
     * @param reason names it in the audit
     * @param before how many rows the audit had before
     * @param after how many it had after
     */
    private record Done(RegistryOperation operation, String reason, String outcome, int before, int after) {}

    private static void race(ModelRegistry opened, List<RegistryOperation> one, List<RegistryOperation> other)
            throws Exception {
        try (ModelRegistry registry = opened) {
            List<Done> done = inTwoThreads(registry, one, other);
            List<String> rows = registry.audit(Given.MODEL).stream()
                    .map(AuditEntry::decision)
                    .map(decision -> decision.reason())
                    .toList();
            requireLinear(done, rows, registry);
        }
    }

    private static List<Done> inTwoThreads(
            ModelRegistry registry, List<RegistryOperation> one, List<RegistryOperation> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<Done>> first = threads.submit(() -> all(registry, "one", one, start));
            Future<List<Done>> second = threads.submit(() -> all(registry, "other", other, start));
            List<Done> done = new ArrayList<>(first.get());
            done.addAll(second.get());
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Done> all(
            ModelRegistry registry, String thread, List<RegistryOperation> operations, CyclicBarrier start)
            throws Exception {
        List<Done> done = new ArrayList<>();
        start.await();
        for (RegistryOperation operation : operations) {
            String reason = thread + " " + done.size();
            int before = registry.audit(Given.MODEL).size();
            String outcome = operation.on(registry, reason);
            done.add(new Done(
                    operation,
                    reason,
                    outcome,
                    before,
                    registry.audit(Given.MODEL).size()));
        }
        return done;
    }

    /**
     * The audit says in which order the changes were. Each has to be what the specification does in that order, and whatever
     * changed nothing has to be what it does at some moment between its call and its return.
     */
    private static void requireLinear(List<Done> done, List<String> rows, ModelRegistry registry) {
        List<RegistrySpecification> after = new ArrayList<>(List.of(new RegistrySpecification()));
        for (int row = 0; row < rows.size(); row++) {
            RegistrySpecification next = after.get(row).copy();
            Done change = find(done, rows.get(row));
            assertThat(next.apply(change.operation())).as("%s", change).isEqualTo(change.outcome());
            assertThat(next.changes()).as("rows after %s", change).isEqualTo(row + 1);
            assertThat(row).as("the row of %s", change).isBetween(change.before(), change.after() - 1);
            after.add(next);
        }
        for (Done one : done) {
            if (!rows.contains(one.reason())) {
                assertThat(after.subList(one.before(), one.after() + 1))
                        .as("a moment at which %s changes nothing", one)
                        .anyMatch(state -> changesNothing(state.copy(), one));
            }
        }
        requireState(registry, after.get(after.size() - 1));
    }

    private static boolean changesNothing(RegistrySpecification state, Done one) {
        int before = state.changes();
        return state.apply(one.operation()).equals(one.outcome()) && state.changes() == before;
    }

    private static Done find(List<Done> done, String reason) {
        return done.stream()
                .filter(one -> one.reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    // twins that are broken

    private static RegistryOperation move(int from, int to) {
        return new RegistryOperation.Move("champion", from, to);
    }

    private static RegistryOperation register(int bundle) {
        return new RegistryOperation.Register(bundle, 0);
    }

    @Example
    void aRegistryThatMovesAliasesFromAnywhereIsNoticed() {
        ModelRegistry blind = BlindRegistry.over(inMemory());

        assertThatThrownBy(() -> compare(blind, List.of(register(1), register(2), move(0, 1), move(0, 2))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("conflict");
    }

    @Example
    void twoThreadsThatBothBelieveThatTheyMovedAnAliasAreNoticed() {
        List<RegistryOperation> half = new ArrayList<>(List.of(register(1), register(2)));
        for (int again = 0; again < 10; again++) {
            half.add(move(0, 1 + again % 2));
        }

        assertThatThrownBy(() -> race(BlindRegistry.over(inMemory()), half, half))
                .isInstanceOf(AssertionError.class);
    }
}
