package io.mlops4j.deploy;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The two aliases in which the state of a rollout lies: who is champion, and who is tried beside it. All processes that
 * follow them agree, whoever moved them.
 */
final class Aliases {

    private final Supplier<ModelRegistry> registry;
    private final String model;
    private final String actor;
    private final String champion;
    private final String challenger;

    /**
     * The aliases of a model.
     *
     * @param actor who moves them, for the audit
     * @param champion the name of the first; the second is {@code challenger}, or, beside another name than the usual one,
     *     that name with {@code -challenger}
     */
    Aliases(Supplier<ModelRegistry> registry, String model, String actor, String champion) {
        this.registry = registry;
        this.model = model;
        this.actor = actor;
        this.champion = champion;
        this.challenger = champion.equals(Alias.CHAMPION) ? Alias.CHALLENGER : champion + "-" + Alias.CHALLENGER;
    }

    Optional<Alias> champion() {
        return registry.get().alias(model, champion);
    }

    Optional<Alias> challenger() {
        return registry.get().alias(model, challenger);
    }

    /** The name of the first alias. */
    String name() {
        return champion;
    }

    /** What the registry has as the digest of a version. */
    String digest(int version) {
        return registry.get().version(model, version).digest();
    }

    NotFoundException noChampion() {
        return new NotFoundException("Model '" + model + "' has no alias '" + champion
                + "', so nothing is to be live. Put the alias on a version, or deploy a version all at once.");
    }

    AliasMove putChampion(OptionalInt expected, int version, String reason) {
        return registry.get().move(model, champion, expected, OptionalInt.of(version), decision(reason));
    }

    void putChallenger(OptionalInt expected, int version, String reason) {
        registry.get().move(model, challenger, expected, OptionalInt.of(version), decision(reason));
    }

    AliasMove endChallenger(int version, String reason) {
        return registry.get().move(model, challenger, OptionalInt.of(version), OptionalInt.empty(), decision(reason));
    }

    /** Makes the challenger the champion. That the second alias could not be removed is no failure: it is ignored then. */
    AliasMove promote(int version, String reason) {
        Optional<Alias> before = champion();
        AliasMove move = putChampion(
                before.map(alias -> OptionalInt.of(alias.version())).orElse(OptionalInt.empty()), version, reason);
        try {
            endChallenger(version, "promoted: " + reason);
        } catch (MlopsException e) {
            // somebody did it already, or a later refresh will
            return move;
        }
        return move;
    }

    AliasMove rollBackChampion(String reason) {
        return registry.get().rollback(model, champion, decision(reason));
    }

    /** The move that took the challenger's place from a version, if nobody had it since. */
    Optional<AliasMove> ending(int version) {
        List<AliasMove> moves = registry.get().history(model, challenger);
        return moves.isEmpty()
                ? Optional.empty()
                : Optional.of(moves.get(moves.size() - 1))
                        .filter(move -> move.to().isEmpty() && move.from().equals(OptionalInt.of(version)));
    }

    ConflictException noChallenger() {
        return new ConflictException(
                "Model '" + model + "' has no challenger that could be promoted. Put the alias '" + challenger
                        + "' on a version first.",
                "none");
    }

    private Decision decision(String reason) {
        return Decision.by(actor, reason);
    }
}
