package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Checkpoint;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the registry that breaks it. */
class ModelRegistryContractTest {

    @Test
    void findsNothingWrongWithASoundRegistry() {
        assertThat(ContractRun.failuresOf(PlainRegistryTest.class)).isEmpty();
    }

    @Test
    void noticesARegistryThatTakesEverything() {
        assertThat(ContractRun.failuresOf(TakesEverything.class))
                .containsExactly("refusesWhatIsNotGoodEnough", "refusesWhatNobodyJudged");
    }

    @Test
    void noticesNumbersThatAreGivenOutTwice() {
        assertThat(ContractRun.failuresOf(LooksBeforeItCounts.class)).contains("givesEachOfSeveralThreadsItsOwnNumber");
    }

    @Test
    void noticesAnAliasThatTwoMoveAtOnce() {
        assertThat(ContractRun.failuresOf(LooksBeforeItMoves.class))
                .containsExactly("letsOneOfSeveralThreadsMoveAnAlias");
    }

    @Test
    void noticesAnAliasThatMovesFromAnywhere() {
        assertThat(ContractRun.failuresOf(MovesBlindly.class))
                .contains("namesThePresentHolderToWhoeverExpectedAnother");
    }

    @Test
    void noticesAKeyThatIsForgotten() {
        assertThat(ContractRun.failuresOf(ForgetsKeys.class))
                .containsExactly("givesTheSameVersionForTheSameKey", "refusesAKnownKeyForAnotherBundle");
    }

    @Test
    void noticesAKeyThatHidesAnotherBundle() {
        assertThat(ContractRun.failuresOf(IgnoresTheBundle.class)).containsExactly("refusesAKnownKeyForAnotherBundle");
    }

    @Test
    void noticesARollbackThatComesForwardAgain() {
        assertThat(ContractRun.failuresOf(PingPong.class))
                .contains("rollsBackFurtherAndFurtherAndNeverForwardAgain", "rollsBackToTheHolderBeforeALaterMove");
    }

    @Test
    void noticesARejectedVersionThatGoesLive() {
        assertThat(ContractRun.failuresOf(ForgivesRejection.class))
                .containsExactly(
                        "goesThroughEveryTransitionOfTheTable",
                        "neverPutsAnAliasOnADeletedVersion",
                        "neverPutsAnAliasOnARejectedVersion");
    }

    @Test
    void noticesAPastThatBeginsAMomentTooLate() {
        assertThat(ContractRun.failuresOf(AfterNotAt.class)).contains("knowsWhatWasLiveWhen");
    }

    @Test
    void noticesAPastThatBelievesTheClock() {
        assertThat(ContractRun.failuresOf(BelievesTheClock.class))
                .containsExactly("ordersMovesByTheirSequenceEvenIfTheClockGoesBack");
    }

    @Test
    void noticesAnAuditWithoutRefusals() {
        assertThat(ContractRun.failuresOf(AuditsOnlySuccess.class)).containsExactly("refusesWhatIsNotGoodEnough");
    }

    @Test
    void noticesAnAuditThatIsNoChain() {
        assertThat(ContractRun.failuresOf(NoChain.class)).contains("auditsEachChangeInAChain");
    }

    @Test
    void noticesListenersThatAreToldNothing() {
        assertThat(ContractRun.failuresOf(Silent.class))
                .contains("remembersWhoApprovedAndWhy", "movesAnAliasFromWhereItIsExpected");
    }

    @Test
    void noticesAnAuthorWhoApprovesHisOwnWork() {
        assertThat(ContractRun.failuresOf(TwoEyes.class)).containsExactly("asksForFourEyesIfTheModelDoes");
    }

    @Test
    void noticesADeletionUnderAnAlias() {
        assertThat(ContractRun.failuresOf(DeletesChampions.class))
                .containsExactly("doesNotDeleteWhatAliasesName", "doesNotRejectWhatAnAliasNames");
    }

    @Test
    void noticesARollbackThatKnowsNoPolicy() {
        assertThat(ContractRun.failuresOf(GoesBackAnyhow.class))
                .containsExactly(
                        "doesNotGoBackToWhatIsNotSigned",
                        "doesNotGoBelowTheMinimumVersionByWhateverWay",
                        "goesToALowerNumberOnlyAsThePolicySays",
                        "passesOverWhatThePolicyForbidsWhenItGoesBack");
    }

    @Test
    void noticesPagesThatShift() {
        assertThat(ContractRun.failuresOf(CountsPages.class))
                .contains("givesEachVersionOnceOverAllPagesWhateverIsRegisteredMeanwhile");
    }

    @Test
    void noticesAPurgeWithoutGrace() {
        assertThat(ContractRun.failuresOf(PurgesAtOnce.class)).containsExactly("purgesWhatWasDeletedLongEnoughAgo");
    }

    @Test
    void noticesARevokedKeyThatIsTrustedAgain() {
        assertThat(ContractRun.failuresOf(Forgives.class)).containsExactly("neverCountsARevokedKeyAgain");
    }

    @Test
    void noticesACheckpointThatIsNotCompared() {
        assertThat(ContractRun.failuresOf(KnowsNoCheckpoint.class))
                .containsExactly("seesThatTheAuditIsNotTheOneOfACheckpoint");
    }

    static class TwoEyes extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                void requireFourEyes(ModelVersion version, Decision decision) {}
            };
        }
    }

    static class DeletesChampions extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                void requireNoAlias(ModelVersion version) {}
            };
        }
    }

    static class GoesBackAnyhow extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                List<Reason> objections(String model, String alias, int number, OptionalInt present, boolean rollback) {
                    return rollback ? List.of() : super.objections(model, alias, number, present, rollback);
                }
            };
        }
    }

    static class CountsPages extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                /** The page after so many. */
                @Override
                public synchronized Page<ModelVersion> find(VersionQuery query) {
                    int from = query.after().map(Integer::parseInt).orElse(0);
                    VersionQuery everything =
                            new VersionQuery(query.conditions(), query.order(), 1000, Optional.empty());
                    List<ModelVersion> all = super.find(everything).items();
                    int to = Math.min(all.size(), from + query.limit());
                    return new Page<>(
                            all.subList(from, to),
                            to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
                }
            };
        }
    }

    static class PurgesAtOnce extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                public synchronized List<ModelVersion> purge(Duration grace, Decision decision) {
                    return super.purge(Duration.ZERO, decision);
                }
            };
        }
    }

    static class Forgives extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            PlainRegistry plain = new PlainRegistry(clock, listener);
            plain.policies.forgiving = true;
            return plain;
        }
    }

    static class KnowsNoCheckpoint extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                public synchronized AuditCheck verify(Checkpoint seen) {
                    return verify();
                }
            };
        }
    }

    static class TakesEverything extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                public synchronized ModelVersion register(Registration wanted) {
                    return super.register(new Registration(
                            wanted.model(),
                            wanted.content(),
                            wanted.facts(),
                            wanted.origin(),
                            wanted.verdict() instanceof Verdict.Approved
                                    ? wanted.verdict()
                                    : new Verdict.Approved(wanted.verdict().findings()),
                            wanted.decision(),
                            wanted.idempotencyKey()));
                }
            };
        }
    }

    static class LooksBeforeItCounts extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                private int looked;

                /** Every second one looked before the first had counted. */
                @Override
                int nextNumber(String model) {
                    int next = super.nextNumber(model);
                    return Thread.currentThread().getName().contains("pool") && ++looked % 2 == 0 ? next - 1 : next;
                }
            };
        }
    }

    static class LooksBeforeItMoves extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                /** In several threads everybody saw what the caller expects. */
                @Override
                void requireAt(String model, String alias, OptionalInt expected) {
                    if (!Thread.currentThread().getName().contains("pool")) {
                        super.requireAt(model, alias, expected);
                    }
                }
            };
        }
    }

    static class MovesBlindly extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                void requireAt(String model, String alias, OptionalInt expected) {}
            };
        }
    }

    static class ForgetsKeys extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                public synchronized ModelVersion register(Registration wanted) {
                    keys.clear();
                    return super.register(wanted);
                }
            };
        }
    }

    static class IgnoresTheBundle extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                ModelVersion same(ModelVersion known, Registration wanted) {
                    return known;
                }
            };
        }
    }

    static class PingPong extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                /** Remembers the rollback as one more move. */
                @Override
                void cut(List<Integer> line, int from) {
                    line.add(line.get(from - 1));
                }
            };
        }
    }

    static class ForgivesRejection extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                void requireMayGoLive(ModelVersion version) {}
            };
        }
    }

    static class AfterNotAt extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                public synchronized Optional<ModelVersion> asOf(String model, String alias, Instant at) {
                    return at.equals(Instant.MIN) ? Optional.empty() : super.asOf(model, alias, at.minusNanos(1));
                }
            };
        }
    }

    static class BelievesTheClock extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                public synchronized Optional<ModelVersion> asOf(String model, String alias, Instant at) {
                    return history(model, alias).stream()
                            .filter(move -> !move.at().isAfter(at))
                            .max(Comparator.comparing(AliasMove::at))
                            .filter(move -> move.to().isPresent())
                            .map(move -> version(model, move.to().getAsInt()));
                }
            };
        }
    }

    static class AuditsOnlySuccess extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                void audit(
                        String action,
                        String model,
                        OptionalInt version,
                        @Nullable String alias,
                        Decision decision,
                        String before,
                        String after) {
                    if (!action.startsWith("refuse")) {
                        super.audit(action, model, version, alias, decision, before, after);
                    }
                }
            };
        }
    }

    static class NoChain extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, listener) {
                @Override
                void audit(
                        String action,
                        String model,
                        OptionalInt version,
                        @Nullable String alias,
                        Decision decision,
                        String before,
                        String after) {
                    super.audit(action, model, version, alias, decision, before, after);
                    AuditEntry row = audit.get(audit.size() - 1);
                    audit.set(
                            audit.size() - 1,
                            new AuditEntry(
                                    row.sequence(),
                                    row.at(),
                                    action,
                                    model,
                                    version,
                                    row.alias(),
                                    decision,
                                    before,
                                    after,
                                    "0".repeat(64),
                                    row.hash()));
                }
            };
        }
    }

    static class Silent extends ModelRegistryContract {

        @Override
        protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
            return new PlainRegistry(clock, event -> {});
        }
    }
}
