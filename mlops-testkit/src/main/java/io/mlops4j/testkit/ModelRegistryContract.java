package io.mlops4j.testkit;

import static io.mlops4j.api.registry.Alias.CHALLENGER;
import static io.mlops4j.api.registry.Alias.CHAMPION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.CriterionNotMetException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ModelRegistry} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class OurRegistryTest extends ModelRegistryContract {
 *
 *     @Override
 *     protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
 *         return new OurRegistry(emptyTables(), clock, listener);
 *     }
 * }
 * }</pre>
 */
public abstract class ModelRegistryContract extends RegistryGovernanceContract {

    private static final Verdict BAD = new Verdict.Rejected(List.of(
            new Finding("accuracy at least 0.78", true, "accuracy 0.8"),
            new Finding("roc_auc(1) no worse than champion", false, "0.81; the champion has 0.85")));

    private static final int THREADS = 4;
    private static final int ROUNDS = 25;

    /** For subclasses. */
    protected ModelRegistryContract() {}

    /**
     * A registry that is empty.
     *
     * @param clock tells it the time
     * @param listener is told of every change
     * @return another one each time; the contract closes it
     */
    @Override
    protected abstract ModelRegistry registry(InstantSource clock, LifecycleListener listener);

    // registration

    @Test
    void numbersTheVersionsOfEachModelFromOne() {
        assertThat(register("a").number()).isEqualTo(1);
        assertThat(register("b").number()).isEqualTo(2);
        assertThat(registry.register(new Registration("fares", bundle("a"), GOOD, ANN, Optional.empty()))
                        .number())
                .as("first number of another model")
                .isEqualTo(1);
        assertThat(registry.models()).containsExactly("fares", MODEL);
    }

    @Test
    void remembersWhatWasRegistered() {
        ModelVersion made = register("bundle");
        assertThat(made)
                .isEqualTo(new ModelVersion(
                        MODEL,
                        1,
                        bundle("bundle").digest(),
                        bundle("bundle").size(),
                        GOOD,
                        START,
                        "ann",
                        new Approval.Pending()));
        assertThat(registry.version(MODEL, 1)).isEqualTo(made);
        assertThat(registry.versions(MODEL)).containsExactly(made);
        assertThat(registry.content(made)).as("bundle").isEqualTo(bundle("bundle"));
    }

    @Test
    void registersEqualBundlesAsVersionsOfTheirOwn() {
        ModelVersion first = register("bundle");
        ModelVersion second = register("bundle");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    @Test
    void refusesWhatIsNotGoodEnough() {
        CriterionNotMetException refusal = catchThrowableOfType(
                CriterionNotMetException.class, () -> registry.register(registration("bundle", BAD)));
        assertThat(refusal).as("refusal of a rejected bundle").isNotNull();
        assertThat(refusal.reasons()).hasSize(1);
        assertThat(refusal.reasons().get(0)).contains("roc_auc(1)", "0.85");
        assertThat(registry.versions(MODEL)).isEmpty();
        assertThat(actions()).containsExactly("refuse-registration");
        assertThat(registry.audit(MODEL).get(0).decision()).isEqualTo(ANN);
        assertThat(events.only(LifecycleEvent.RegistrationRefused.class).verdict())
                .isEqualTo(BAD);
    }

    @Test
    void refusesWhatNobodyJudged() {
        assertThatExceptionOfType(CriterionNotMetException.class)
                .isThrownBy(() -> registry.register(registration("bundle", new Verdict.NotJudged())))
                .satisfies(refusal -> assertThat(refusal.reasons()).isNotEmpty());
        assertThat(registry.versions(MODEL)).isEmpty();
    }

    @Test
    @Tag("F09")
    void givesTheSameVersionForTheSameKey() {
        ModelVersion first = registry.register(registration("bundle", GOOD, "run 7"));
        ModelVersion second = registry.register(registration("bundle", GOOD, "run 7"));
        assertThat(second).isEqualTo(first);
        assertThat(registry.versions(MODEL)).hasSize(1);
        assertThat(actions()).as("rows of the audit").containsExactly("register");
        assertThat(events.events()).as("events").hasSize(1);
    }

    @Test
    @Tag("F09")
    void keepsTheKeysOfEachModelApart() {
        registry.register(registration("bundle", GOOD, "run 7"));
        ModelVersion other =
                registry.register(new Registration("fares", bundle("bundle"), GOOD, ANN, Optional.of("run 7")));
        assertThat(other.model()).isEqualTo("fares");
    }

    @Test
    @Tag("F09")
    void refusesAKnownKeyForAnotherBundle() {
        registry.register(registration("bundle", GOOD, "run 7"));
        Refusal.of(
                        "another bundle",
                        ConflictException.class,
                        () -> registry.register(registration("another", GOOD, "run 7")))
                .contains("v1", "run 7");
        assertThat(registry.versions(MODEL)).hasSize(1);
    }

    @Test
    @Tag("F07")
    void givesEachOfSeveralThreadsItsOwnNumber() throws Exception {
        List<List<Integer>> numbers = Concurrently.call(
                THREADS,
                () -> IntStream.range(0, ROUNDS)
                        .mapToObj(round -> register("bundle").number())
                        .toList());
        assertThat(numbers.stream().flatMap(List::stream).sorted())
                .as("numbers of %s versions", THREADS * ROUNDS)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, THREADS * ROUNDS).boxed().toList());
        assertThat(registry.verify().broken()).isEmpty();
    }

    // approval

    @Test
    void remembersWhoApprovedAndWhy() {
        register(1);
        clock.advance(Duration.ofSeconds(5));
        ModelVersion approved = registry.approve(MODEL, 1, BEN);
        assertThat(approved.approval()).isEqualTo(new Approval.Approved(BEN, START.plusSeconds(5)));
        assertThat(registry.version(MODEL, 1)).isEqualTo(approved);
        assertThat(events.only(LifecycleEvent.ApprovalDecided.class).version()).isEqualTo(approved);
        assertThat(actions()).containsExactly("register", "approve");
    }

    @Test
    void keepsTheFirstOfTwoEqualDecisions() {
        register(2);
        registry.approve(MODEL, 1, BEN);
        registry.reject(MODEL, 2, BEN);
        clock.advance(Duration.ofDays(1));
        assertThat(registry.approve(MODEL, 1, ANN).approval()).isEqualTo(new Approval.Approved(BEN, START));
        assertThat(registry.reject(MODEL, 2, ANN).approval()).isEqualTo(new Approval.Rejected(BEN, START));
        assertThat(actions()).containsExactly("register", "register", "approve", "reject");
    }

    @Test
    void neverApprovesWhatWasRejected() {
        register(1);
        registry.approve(MODEL, 1, ANN);
        registry.reject(MODEL, 1, BEN);
        Refusal.of("approving a rejected version", ConflictException.class, () -> registry.approve(MODEL, 1, ANN))
                .contains("ticket 4711");
        assertThat(registry.version(MODEL, 1).approval()).isInstanceOf(Approval.Rejected.class);
    }

    @Test
    void doesNotRejectWhatAnAliasNames() {
        register(1);
        move(0, 1);
        Refusal.of("rejecting the champion", ConflictException.class, () -> registry.reject(MODEL, 1, BEN))
                .contains(CHAMPION);
        move(1, 0);
        assertThat(registry.reject(MODEL, 1, BEN).approval()).isInstanceOf(Approval.Rejected.class);
    }

    @Test
    void saysWhatThereIsInsteadOfWhatIsNot() {
        register(2);
        for (int number : new int[] {0, -1, 3}) {
            Refusal.of("finding", NotFoundException.class, () -> registry.version(MODEL, number))
                    .contains(MODEL, "2");
            Refusal.of("approving", NotFoundException.class, () -> registry.approve(MODEL, number, ANN));
            Refusal.of("rejecting", NotFoundException.class, () -> registry.reject(MODEL, number, ANN));
            Refusal.of(
                    "moving to",
                    NotFoundException.class,
                    () -> registry.move(MODEL, CHAMPION, version(0), OptionalInt.of(number), ANN));
        }
        Refusal.of("another model", NotFoundException.class, () -> registry.version("fares", 1))
                .contains("fares");
    }

    // aliases

    @Test
    void movesAnAliasFromWhereItIsExpected() {
        register(2);
        AliasMove made = move(0, 1);
        assertThat(made).isEqualTo(new AliasMove(made.sequence(), MODEL, CHAMPION, version(0), version(1), START, ANN));
        clock.advance(Duration.ofSeconds(1));
        move(1, 2);
        assertThat(registry.alias(MODEL, CHAMPION)).contains(new Alias(MODEL, CHAMPION, 2, START.plusSeconds(1), ANN));
        registry.move(MODEL, CHALLENGER, version(0), version(1), BEN);
        assertThat(registry.aliases(MODEL))
                .extracting(Alias::name, Alias::version)
                .containsExactly(tuple(CHALLENGER, 1), tuple(CHAMPION, 2));
        move(2, 0);
        assertThat(registry.alias(MODEL, CHAMPION)).isEmpty();
        assertThat(registry.aliases("fares")).isEmpty();
        assertThat(events.events(LifecycleEvent.AliasMoved.class)).hasSize(4);
    }

    @Test
    @Tag("F08")
    void namesThePresentHolderToWhoeverExpectedAnother() {
        register(3);
        move(0, 1);
        for (int expected : new int[] {0, 2, 3}) {
            assertThatExceptionOfType(ConflictException.class)
                    .as("a move from %s, which is not the holder", expected)
                    .isThrownBy(() -> move(expected, 3))
                    .satisfies(conflict -> assertThat(conflict.present()).isEqualTo("v1"));
        }
        assertThat(champion()).isEqualTo(1);
        assertThat(registry.history(MODEL, CHAMPION)).hasSize(1);
        assertThat(events.events(LifecycleEvent.AliasMoved.class)).hasSize(1);
    }

    @Test
    void doesNotMoveAnAliasToWhereItStands() {
        register(1);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> move(0, 0));
        move(0, 1);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> move(1, 1));
        assertThat(registry.history(MODEL, CHAMPION)).hasSize(1);
    }

    @Test
    void neverPutsAnAliasOnARejectedVersion() {
        register(2);
        move(0, 1);
        registry.reject(MODEL, 2, BEN);
        Refusal.of("moving to a rejected version", ConflictException.class, () -> move(1, 2))
                .contains("v2");
        assertThat(champion()).isEqualTo(1);
    }

    @Test
    @Tag("F08")
    void letsOneOfSeveralThreadsMoveAnAlias() throws Exception {
        register(THREADS);
        for (int round = 0; round < ROUNDS; round++) {
            int from = champion();
            AtomicInteger target = new AtomicInteger();
            long winners = Concurrently.call(THREADS, () -> wins(from, other(from, target.getAndIncrement()))).stream()
                    .filter(won -> won)
                    .count();
            assertThat(winners).as("winners of one race").isEqualTo(1);
            assertThat(registry.history(MODEL, CHAMPION)).hasSize(round + 1);
        }
        assertThat(registry.verify().broken()).isEmpty();
    }

    /** One of the versions that the alias does not name. */
    private static int other(int from, int choice) {
        return 1 + (from + choice % (THREADS - 1)) % THREADS;
    }

    private boolean wins(int from, int to) {
        try {
            return move(from, to).to().isPresent();
        } catch (ConflictException e) {
            assertThat(e.present()).as("present holder for the loser").isNotEqualTo("v" + from);
            return false;
        }
    }

    // rollback

    @Test
    void rollsBackFurtherAndFurtherAndNeverForwardAgain() {
        register(3);
        move(0, 1);
        move(1, 2);
        move(2, 3);
        AliasMove back = registry.rollback(MODEL, CHAMPION, BEN);
        assertThat(back.from()).hasValue(3);
        assertThat(back.to()).hasValue(2);
        assertThat(back.decision()).isEqualTo(BEN);
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to()).hasValue(1);
        Refusal.of(
                        "a rollback from the first holder",
                        NotFoundException.class,
                        () -> registry.rollback(MODEL, CHAMPION, BEN))
                .contains(CHAMPION, "v1");
        assertThat(champion()).isEqualTo(1);
    }

    @Test
    void rollsBackToTheHolderBeforeALaterMove() {
        register(4);
        move(0, 1);
        move(1, 2);
        registry.rollback(MODEL, CHAMPION, BEN);
        move(1, 4);
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to())
                .as("not v2, which was rolled back from")
                .hasValue(1);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> registry.rollback(MODEL, CHAMPION, BEN));
    }

    @Test
    void neverRevivesARejectedVersion() {
        register(3);
        move(0, 1);
        move(1, 2);
        move(2, 3);
        registry.reject(MODEL, 2, BEN);
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to()).hasValue(1);
        registry.reject(MODEL, 3, BEN);
        move(1, 0);
        registry.reject(MODEL, 1, BEN);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> registry.rollback(MODEL, CHAMPION, BEN));
    }

    @Test
    void rollsARemovedAliasBackToItsLastHolder() {
        register(2);
        move(0, 1);
        move(1, 2);
        move(2, 0);
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to()).hasValue(2);
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to()).hasValue(1);
    }

    // history

    @Test
    void knowsWhatWasLiveWhen() {
        register(2);
        move(0, 1);
        clock.set(START.plusSeconds(10));
        move(1, 2);
        clock.set(START.plusSeconds(20));
        move(2, 0);
        assertThat(liveAt(START.minusNanos(1))).isZero();
        assertThat(liveAt(START)).isEqualTo(1);
        assertThat(liveAt(START.plusSeconds(10).minusNanos(1))).isEqualTo(1);
        assertThat(liveAt(START.plusSeconds(10))).isEqualTo(2);
        assertThat(liveAt(START.plusSeconds(20).minusNanos(1))).isEqualTo(2);
        assertThat(liveAt(START.plusSeconds(20))).isZero();
        assertThat(liveAt(Instant.MIN)).isZero();
        assertThat(liveAt(Instant.MAX)).isZero();
    }

    @Test
    @Tag("F27")
    void ordersMovesByTheirSequenceEvenIfTheClockGoesBack() {
        register(2);
        move(0, 1);
        clock.set(START.minusSeconds(3600));
        move(1, 2);
        assertThat(registry.history(MODEL, CHAMPION))
                .extracting(made -> made.to().getAsInt())
                .containsExactly(1, 2);
        assertThat(liveAt(START))
                .as("the later move, though its clock was behind")
                .isEqualTo(2);
        assertThat(champion()).isEqualTo(2);
    }

    private int liveAt(Instant at) {
        return registry.asOf(MODEL, CHAMPION, at).map(ModelVersion::number).orElse(0);
    }

    @Test
    void tellsTheHistoryOfAnAlias() {
        register(2);
        List<AliasMove> made = List.of(move(0, 1), move(1, 2), registry.rollback(MODEL, CHAMPION, BEN), move(1, 0));
        assertThat(registry.history(MODEL, CHAMPION)).isEqualTo(made);
        assertThat(registry.history(MODEL, CHALLENGER)).isEmpty();
        assertThat(registry.history("fares", CHAMPION)).isEmpty();
    }

    @Test
    void auditsEachChangeInAChain() {
        register(2);
        registry.approve(MODEL, 2, BEN);
        AliasMove moved = move(0, 1);
        registry.rollback(MODEL, CHAMPION, move(1, 2).decision());
        List<AuditEntry> rows = registry.audit(MODEL);
        assertThat(rows)
                .extracting(AuditEntry::action)
                .containsExactly("register", "register", "approve", "move-alias", "move-alias", "rollback-alias");
        assertThat(rows).extracting(AuditEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rows.get(0).previousHash()).isEqualTo("0".repeat(64));
        for (int row = 1; row < rows.size(); row++) {
            assertThat(rows.get(row).previousHash())
                    .as("hash before row %s", row + 1)
                    .isEqualTo(rows.get(row - 1).hash());
        }
        assertThat(moved.sequence()).as("the move names its row").isEqualTo(4);
        assertThat(rows.get(3).before()).isEqualTo("null");
        assertThat(rows.get(2).before()).isEqualTo(rows.get(1).after());
        assertThat(registry.verify().intact()).isTrue();
        assertThat(registry.verify().entries()).isEqualTo(6);
        assertThat(registry.verify().lastHash()).isEqualTo(rows.get(5).hash());
    }

    @Test
    void auditsNothingThatDidNotHappen() {
        register(1);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> move(1, 0));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> registry.approve(MODEL, 2, ANN));
        assertThat(actions()).containsExactly("register");
        assertThat(events.events()).hasSize(1);
        register(1);
        assertThat(registry.audit(MODEL)).extracting(AuditEntry::sequence).containsExactly(1L, 2L);
    }

    // names and values

    @Test
    @Tag("T10")
    void refusesAnAliasThatIsNoName() {
        register(1);
        for (String wrong : List.of("", "latest", "v1", "V12", "a b", "a/b", "../x", "a\n", "é", "x".repeat(256))) {
            assertThatIllegalArgumentException()
                    .as("a move of the alias %s", wrong)
                    .isThrownBy(() -> registry.move(MODEL, wrong, version(0), version(1), ANN));
        }
        assertThat(registry.aliases(MODEL)).isEmpty();
    }

    @Test
    @Tag("T10")
    @Tag("T13")
    void findsNothingUnderNamesThatNobodyCanHave() {
        register(1);
        move(0, 1);
        for (String hostile :
                List.of("", "' OR '1'='1", "%", "_", "survival'; DROP TABLE x", "${jndi:ldap://x}", "?1")) {
            assertThat(registry.versions(hostile)).isEmpty();
            assertThat(registry.alias(MODEL, hostile)).isEmpty();
            assertThat(registry.alias(hostile, CHAMPION)).isEmpty();
            assertThat(registry.history(hostile, hostile)).isEmpty();
            assertThat(registry.audit(hostile)).isEmpty();
            assertThat(registry.asOf(hostile, CHAMPION, START)).isEmpty();
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> registry.version(hostile, 1));
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> registry.rollback(MODEL, hostile, ANN));
        }
        assertThat(registry.versions(MODEL)).hasSize(1);
    }

    @Test
    @Tag("T10")
    @Tag("T13")
    void keepsTextAsItWasGiven() {
        Decision hostile =
                Decision.by("Robert'); DROP TABLE mlops_version;--", ":name ? ${x} \\ % <script> =1+1 ☂ \uD83D\uDEA2");
        registry.register(new Registration(MODEL, bundle("bundle"), GOOD, hostile, Optional.of("'\"; --")));
        assertThat(registry.approve(MODEL, 1, hostile).registeredBy()).isEqualTo(hostile.actor());
        registry.move(MODEL, CHAMPION, version(0), version(1), hostile);
        assertThat(registry.alias(MODEL, CHAMPION).orElseThrow().decision()).isEqualTo(hostile);
        assertThat(registry.history(MODEL, CHAMPION).get(0).decision()).isEqualTo(hostile);
        assertThat(registry.audit(MODEL)).extracting(AuditEntry::decision).containsOnly(hostile);
        assertThat(registry.version(MODEL, 1).verdict()).isEqualTo(GOOD);
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    @Tag("F32")
    void canBeClosedTwice() {
        register(1);
        registry.close();
        registry.close();
    }
}
