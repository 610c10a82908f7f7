package io.mlops4j.testkit;

import static io.mlops4j.api.registry.Alias.CHALLENGER;
import static io.mlops4j.api.registry.Alias.CHAMPION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.AliasPolicy.Downgrade;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.VersionAction;
import io.mlops4j.api.registry.VersionAction.Outcome;
import io.mlops4j.api.registry.VersionStanding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do what to models, versions and aliases. */
abstract class RegistryGovernanceContract extends RegistryTrustContract {

    private static final Duration WEEK = Duration.ofDays(7);

    private List<String> broken(ThrowingCallable attempt) {
        PolicyViolationException refusal = catchThrowableOfType(PolicyViolationException.class, attempt);
        assertThat(refusal).as("the refusal by a policy").isNotNull();
        return refusal.reasons().stream().map(Reason::rule).toList();
    }

    private void policy(AliasPolicy policy) {
        registry.policies().set(MODEL, CHAMPION, policy, BEN);
    }

    // models

    @Test
    void remembersWhatIsKnownOfAModel() {
        register(1);
        assertThat(registry.model(MODEL)).isEqualTo(RegisteredModel.named(MODEL));
        RegisteredModel described = RegisteredModel.named(MODEL)
                .owner("risk team")
                .description("Who lives.\n'; DROP TABLE x; -- ☂")
                .tags(Map.of("tier", "1"))
                .fourEyes(true);
        assertThat(registry.describe(described, BEN)).isEqualTo(described);
        registry.describe(described, ANN);
        assertThat(registry.model(MODEL)).isEqualTo(described);
        assertThat(actions()).containsExactly("register", "describe-model");
        assertThat(events.only(LifecycleEvent.ModelDescribed.class).described()).isEqualTo(described);
        registry.describe(RegisteredModel.named(MODEL), ANN);
        assertThat(registry.model(MODEL)).isEqualTo(RegisteredModel.named(MODEL));
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    void describesAModelBeforeItsFirstVersion() {
        Refusal.of("a model that is not there", NotFoundException.class, () -> registry.model(MODEL))
                .contains(MODEL);
        registry.describe(RegisteredModel.named(MODEL).owner("ann"), ANN);
        assertThat(registry.models()).containsExactly(MODEL);
        assertThat(registry.versions(MODEL)).isEmpty();
        assertThat(register("a").number()).isEqualTo(1);
        assertThat(registry.model(MODEL).owner()).contains("ann");
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    @Tag("T10")
    void refusesModelsThatNobodyCanHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> RegisteredModel.named("a/b"));
        RegisteredModel model = RegisteredModel.named(MODEL);
        assertThatIllegalArgumentException().isThrownBy(() -> model.owner("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> model.description("a\u001b[31m"));
        assertThatIllegalArgumentException().isThrownBy(() -> model.description("x".repeat(5001)));
        assertThatIllegalArgumentException().isThrownBy(() -> model.tags(Map.of("a/b", "x")));
    }

    // four eyes

    @Test
    void asksForFourEyesIfTheModelDoes() {
        register(1);
        registry.describe(RegisteredModel.named(MODEL).fourEyes(true), BEN);
        assertThat(broken(() -> registry.approve(MODEL, 1, ANN))).containsExactly("four eyes");
        assertThat(registry.version(MODEL, 1).standing()).isEqualTo(VersionStanding.PENDING);
        assertThat(registry.approve(MODEL, 1, BEN).standing()).isEqualTo(VersionStanding.APPROVED);
    }

    @Test
    void doesNotLetAnApprovalByTheAuthorPassOnceFourEyesAreAskedFor() {
        register(1);
        registry.approve(MODEL, 1, ANN);
        policy(AliasPolicy.OPEN.onlyApproved());
        registry.describe(RegisteredModel.named(MODEL).fourEyes(true), BEN);
        assertThat(broken(() -> move(0, 1))).containsExactly("only approved");
        assertThat(champion()).isZero();
    }

    // deletion

    @Test
    void goesThroughEveryTransitionOfTheTable() {

        for (VersionAction action : VersionAction.values()) {
            for (VersionStanding from : VersionStanding.values()) {
                ModelVersion version = in(from);
                Outcome outcome = action.on(from);
                if (action == VersionAction.PURGE) {
                    continue; // looks for what can be purged by itself
                }
                if (outcome == Outcome.REFUSED) {
                    Refusal.of(action + " of what is " + from, ConflictException.class, () -> apply(action, version));
                } else {
                    apply(action, version);
                }
                assertThat(registry.version(MODEL, version.number()).standing())
                        .as("%s of what is %s", action, from)
                        .isEqualTo(expected(outcome, from));
            }
        }
        assertThat(registry.verify().broken()).isEmpty();
    }

    private ModelVersion in(VersionStanding standing) {
        int number = register("bundle").number();
        if (standing == VersionStanding.APPROVED) {
            registry.approve(MODEL, number, BEN);
        } else if (standing == VersionStanding.REJECTED) {
            registry.reject(MODEL, number, BEN);
        } else if (standing != VersionStanding.PENDING) {
            registry.delete(MODEL, number, BEN);
        }
        if (standing == VersionStanding.PURGED) {
            registry.purge(Duration.ZERO, BEN);
        }
        return registry.version(MODEL, number);
    }

    private void apply(VersionAction action, ModelVersion version) {
        int number = version.number();
        switch (action) {
            case APPROVE -> registry.approve(MODEL, number, BEN);
            case REJECT -> registry.reject(MODEL, number, BEN);
            case NAME -> registry.move(MODEL, "a" + number, version(0), version(number), BEN);
            case TAG -> registry.tag(MODEL, number, "team", Optional.of("risk"), BEN);
            case SIGN -> registry.sign(MODEL, number, signature(version), BEN);
            case DELETE -> registry.delete(MODEL, number, BEN);
            case RESTORE -> registry.restore(MODEL, number, BEN);
            case PURGE -> registry.purge(Duration.ZERO, BEN);
        }
    }

    private static VersionStanding expected(Outcome outcome, VersionStanding from) {
        return switch (outcome) {
            case APPROVED -> VersionStanding.APPROVED;
            case REJECTED -> VersionStanding.REJECTED;
            case DELETED -> VersionStanding.DELETED;
            case PURGED -> VersionStanding.PURGED;
            case AS_BEFORE -> VersionStanding.PENDING;
            case STAYS, REFUSED -> from;
        };
    }

    @Test
    void deletesForNowAndRestores() {
        register(2);
        registry.approve(MODEL, 1, BEN);
        ModelVersion before = registry.version(MODEL, 1);
        assertThat(registry.delete(MODEL, 1, BEN).standing()).isEqualTo(VersionStanding.DELETED);
        registry.delete(MODEL, 1, BEN);
        assertThat(registry.content(registry.version(MODEL, 1))).isEqualTo(bundle("bundle 1"));
        assertThat(registry.restore(MODEL, 1, BEN)).isEqualTo(before);
        registry.restore(MODEL, 1, BEN);
        assertThat(actions()).containsExactly("register", "register", "approve", "delete", "restore");
        assertThat(events.events(LifecycleEvent.VersionChanged.class))
                .extracting(LifecycleEvent.VersionChanged::action)
                .containsExactly(VersionAction.DELETE, VersionAction.RESTORE);
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    void doesNotDeleteWhatAliasesName() {
        register(1);
        move(0, 1);
        registry.move(MODEL, CHALLENGER, version(0), version(1), ANN);
        Refusal.of("deleting the champion", ConflictException.class, () -> registry.delete(MODEL, 1, BEN))
                .contains(CHAMPION, CHALLENGER);
        assertThat(registry.version(MODEL, 1).standing()).isEqualTo(VersionStanding.PENDING);
    }

    @Test
    void neverPutsAnAliasOnADeletedVersion() {
        register(3);
        move(0, 1);
        move(1, 2);
        move(2, 3);
        registry.delete(MODEL, 2, BEN);
        Refusal.of("moving to a deleted version", ConflictException.class, () -> move(3, 2))
                .contains("v2");
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to())
                .as("not v2, which is deleted")
                .hasValue(1);
    }

    @Test
    void purgesWhatWasDeletedLongEnoughAgo() {
        register("first");
        register("second");
        register("third");
        registry.delete(MODEL, 1, BEN);
        registry.delete(MODEL, 2, BEN);
        registry.restore(MODEL, 2, BEN);
        clock.advance(Duration.ofDays(1));
        registry.delete(MODEL, 2, BEN);
        clock.advance(WEEK.minusDays(1).minusNanos(1));
        assertThat(registry.purge(WEEK, ANN)).as("purged too early").isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(registry.purge(WEEK, ANN)).extracting(ModelVersion::number).containsExactly(1);
        assertThat(registry.purge(WEEK, ANN)).as("purged twice").isEmpty();
        ModelVersion purged = registry.version(MODEL, 1);
        assertThat(purged.standing()).isEqualTo(VersionStanding.PURGED);
        assertThatExceptionOfType(MlopsException.class).isThrownBy(() -> registry.content(purged));
        Refusal.of("restoring it", ConflictException.class, () -> registry.restore(MODEL, 1, ANN))
                .contains("purged");
        assertThat(register("fourth").number()).as("the next number").isEqualTo(4);
        assertThat(registry.version(MODEL, 2).standing()).isEqualTo(VersionStanding.DELETED);
        assertThat(registry.verify().broken()).isEmpty();
    }

    // policies

    @Test
    void hasOpenPoliciesUntilSomebodySetsOne() {
        register(1);
        assertThat(registry.policies().of(MODEL, CHAMPION)).isEqualTo(AliasPolicy.OPEN);
        AliasPolicy strict = AliasPolicy.OPEN
                .onlyApproved()
                .atLeast(ACCURACY, 0.8)
                .atMost(ACCURACY, Double.POSITIVE_INFINITY)
                .signedBy(2)
                .minimumVersion(3)
                .downgrade(Downgrade.BY_ROLLBACK);
        policy(strict);
        policy(strict);
        assertThat(registry.policies().of(MODEL, CHAMPION)).isEqualTo(strict);
        assertThat(registry.policies().of(MODEL, CHALLENGER)).isEqualTo(AliasPolicy.OPEN);
        assertThat(registry.policies().of("fares", CHAMPION)).isEqualTo(AliasPolicy.OPEN);
        assertThat(broken(() -> move(0, 1))).hasSize(5).doesNotHaveDuplicates();
        assertThat(events.events(LifecycleEvent.PolicySet.class)).hasSize(1);
        assertThat(registry.verify().broken()).isEmpty();
        policy(AliasPolicy.OPEN);
        assertThat(actions()).containsExactly("register", "set-policy", "set-policy");
        assertThat(move(0, 1).to()).hasValue(1);
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    @Tag("T10")
    void refusesAPolicyOfWhatIsNoName() {
        for (String wrong : List.of("", "latest", "v1", "a b", "a\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> registry.policies().set(MODEL, wrong, AliasPolicy.OPEN.onlyApproved(), ANN));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.policies().set("a/b", CHAMPION, AliasPolicy.OPEN.onlyApproved(), ANN));
    }

    @Test
    void movesAnAliasOnlyToWhatItsPolicyAllows() {
        measured(MODEL, 0.7);
        measured(MODEL, 0.9);
        measured(MODEL, Double.NaN);
        policy(AliasPolicy.OPEN.onlyApproved().atLeast(ACCURACY, 0.8));
        registry.approve(MODEL, 1, BEN);
        assertThat(broken(() -> move(0, 1))).containsExactly("accuracy at least 0.8");
        assertThat(broken(() -> move(0, 2))).containsExactly("only approved");
        assertThat(broken(() -> move(0, 3))).containsExactly("only approved", "accuracy at least 0.8");
        registry.approve(MODEL, 2, BEN);
        assertThat(move(0, 2).to()).hasValue(2);
        registry.move(MODEL, CHALLENGER, version(0), version(1), ANN);
        assertThat(move(2, 0).to()).as("a removal is always allowed").isEmpty();
        assertThat(registry.history(MODEL, CHAMPION)).hasSize(2);
    }

    @Test
    @Tag("T09")
    void doesNotGoBelowTheMinimumVersionByWhateverWay() {
        register(3);
        move(0, 1);
        move(1, 2);
        move(2, 3);
        policy(AliasPolicy.OPEN.minimumVersion(2));
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to()).hasValue(2);
        assertThat(broken(() -> registry.rollback(MODEL, CHAMPION, BEN))).containsExactly("not below v2");
        assertThat(broken(() -> move(2, 1))).containsExactly("not below v2");
        assertThat(champion()).isEqualTo(2);
    }

    @Test
    void goesToALowerNumberOnlyAsThePolicySays() {
        register(3);
        move(0, 1);
        move(1, 3);
        policy(AliasPolicy.OPEN.downgrade(Downgrade.BY_ROLLBACK));
        assertThat(broken(() -> move(3, 2))).containsExactly("no downgrade but by rollback");
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to()).hasValue(1);
        move(1, 3);
        policy(AliasPolicy.OPEN.downgrade(Downgrade.REFUSED));
        assertThat(broken(() -> move(3, 2))).containsExactly("no downgrade");
        assertThat(broken(() -> registry.rollback(MODEL, CHAMPION, BEN))).containsExactly("no downgrade");
        assertThat(champion()).isEqualTo(3);
    }

    @Test
    void passesOverWhatThePolicyForbidsWhenItGoesBack() {
        register(3);
        registry.approve(MODEL, 1, BEN);
        registry.approve(MODEL, 3, BEN);
        move(0, 1);
        move(1, 2);
        move(2, 3);
        policy(AliasPolicy.OPEN.onlyApproved());
        assertThat(registry.rollback(MODEL, CHAMPION, BEN).to())
                .as("not v2, which nobody approved")
                .hasValue(1);
    }
}
