package io.mlops4j.registry;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Something that is done to one model of a registry, and what came of it as a text. */
sealed interface RegistryOperation {

    /** Does it, or says which kind of refusal it met. */
    default String on(ModelRegistry registry, String reason) {
        try {
            return attempt(registry, reason);
        } catch (ConflictException e) {
            return "conflict";
        } catch (NotFoundException e) {
            return "not found";
        } catch (PolicyViolationException e) {
            return "policy";
        }
    }

    String attempt(ModelRegistry registry, String reason);

    private static Decision ann(String reason) {
        return Decision.by("ann", reason);
    }

    record Register(int bundle, int key) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            return "v"
                    + registry.register(new Registration(
                                    Given.MODEL,
                                    Given.bundle("bundle " + bundle),
                                    Given.GOOD,
                                    ann(reason),
                                    key == 0 ? Optional.empty() : Optional.of("key " + key)))
                            .number();
        }
    }

    record Approve(int number, boolean byAuthor) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            Decision decision = Decision.by(byAuthor ? "ann" : "ben", reason);
            return registry.approve(Given.MODEL, number, decision).standing().name();
        }
    }

    record Reject(int number) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            return registry.reject(Given.MODEL, number, ann(reason)).standing().name();
        }
    }

    record Tag(int number, String tag, int value) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            Optional<String> text = value == 0 ? Optional.empty() : Optional.of("value " + value);
            return new TreeMap<>(registry.tag(Given.MODEL, number, tag, text, ann(reason))
                            .tags())
                    .toString();
        }
    }

    record Delete(int number) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            return registry.delete(Given.MODEL, number, ann(reason)).standing().name();
        }
    }

    record Restore(int number) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            return registry.restore(Given.MODEL, number, ann(reason)).standing().name();
        }
    }

    /** Alone: each version is purged in a transaction of its own. */
    record Purge(int graceSeconds) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            return registry.purge(Duration.ofSeconds(graceSeconds), ann(reason)).stream()
                    .map(ModelVersion::number)
                    .toList()
                    .toString();
        }
    }

    record Move(String alias, int expected, int to) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            registry.move(Given.MODEL, alias, number(expected), number(to), ann(reason));
            return "moved";
        }

        private static OptionalInt number(int version) {
            return version == 0 ? OptionalInt.empty() : OptionalInt.of(version);
        }
    }

    record Rollback(String alias) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            return "to v"
                    + registry.rollback(Given.MODEL, alias, ann(reason)).to().getAsInt();
        }
    }

    record SetPolicy(String alias, boolean onlyApproved, int minimumVersion) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            AliasPolicy policy = AliasPolicy.OPEN.minimumVersion(minimumVersion);
            registry.policies().set(Given.MODEL, alias, onlyApproved ? policy.onlyApproved() : policy, ann(reason));
            return "set";
        }
    }

    record FourEyes(boolean needed) implements RegistryOperation {

        @Override
        public String attempt(ModelRegistry registry, String reason) {
            registry.describe(RegisteredModel.named(Given.MODEL).fourEyes(needed), ann(reason));
            return "described";
        }
    }

    /** All that can be done by several at once. */
    static Arbitrary<RegistryOperation> any() {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 5);
        Arbitrary<Integer> holder = Arbitraries.integers().between(0, 4);
        Arbitrary<String> alias = Arbitraries.of("champion", "stable");
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        4,
                        Combinators.combine(holder, Arbitraries.of(0, 0, 1, 2)).as(Register::new)),
                net.jqwik.api.Tuple.of(2, Combinators.combine(number, flag).as(Approve::new)),
                net.jqwik.api.Tuple.of(1, number.map(Reject::new)),
                net.jqwik.api.Tuple.of(
                        2,
                        Combinators.combine(number, Arbitraries.of("a", "b"), holder)
                                .as(Tag::new)),
                net.jqwik.api.Tuple.of(2, number.map(Delete::new)),
                net.jqwik.api.Tuple.of(2, number.map(Restore::new)),
                net.jqwik.api.Tuple.of(
                        8, Combinators.combine(alias, holder, holder).as(Move::new)),
                net.jqwik.api.Tuple.of(3, alias.map(Rollback::new)),
                net.jqwik.api.Tuple.of(
                        1, Combinators.combine(alias, flag, number).as(SetPolicy::new)),
                net.jqwik.api.Tuple.of(1, flag.map(FourEyes::new)));
    }

    /** Sequences of what one does alone. */
    static Arbitrary<List<RegistryOperation>> sequences() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(12, any()),
                        net.jqwik.api.Tuple.of(
                                1, Arbitraries.integers().between(0, 20).map(Purge::new)))
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }
}
