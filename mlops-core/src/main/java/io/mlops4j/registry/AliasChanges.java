package io.mlops4j.registry;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.ProposedMove;
import io.mlops4j.api.registry.VersionAction;
import io.mlops4j.api.registry.VersionAction.Outcome;
import io.mlops4j.json.JsonObject;
import io.mlops4j.json.Quoted;
import io.mlops4j.registry.AliasTable.StoredMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be done to an alias. */
final class AliasChanges {

    private final Change change;
    private final String model;
    private final String name;
    private final AliasPolicy policy;

    AliasChanges(Change change, String model, String name) {
        this.change = change;
        this.model = model;
        this.name = name;
        this.policy = change.policies().of(model, name);
    }

    AliasMove move(OptionalInt expected, OptionalInt to, Decision decision) {
        OptionalInt present = present();
        if (!present.equals(expected)) {
            throw conflict(
                    "it was expected at " + text(expected) + ", but stands at " + text(present)
                            + ". Look at it again, and decide anew",
                    present);
        } else if (present.equals(to)) {
            throw conflict("it stands at " + text(present) + " already", present);
        }
        if (to.isPresent()) {
            // checks the name too, before it is stored
            Alias wanted = new Alias(model, name, to.getAsInt(), change.at(), decision);
            requireMayGoLive(change.versions().require(model, wanted.version()).version(), present);
        }
        return set(present, to, decision, false);
    }

    private void requireMayGoLive(ModelVersion version, OptionalInt present) {
        if (!mayGoLive(version)) {
            boolean rejected = version.approval() instanceof Approval.Rejected;
            throw new ConflictException(
                    "Alias " + name + " of " + model + " cannot be moved to v" + version.number() + ", which was "
                            + (rejected
                                    ? version.approval()
                                            + ". A rejected version never goes live again; register another one."
                                    : "deleted. Restore it first, or take another one."),
                    rejected ? "rejected" : "deleted");
        }
        List<Reason> objections = objections(version, present, false);
        if (!objections.isEmpty()) {
            throw refused("to v" + version.number(), objections);
        }
    }

    private static boolean mayGoLive(ModelVersion version) {
        return VersionAction.NAME.on(version.standing()) != Outcome.REFUSED;
    }

    private List<Reason> objections(ModelVersion version, OptionalInt present, boolean rollback) {
        return policy.objections(new ProposedMove(
                version,
                change.models().require(model),
                present,
                rollback,
                policy.signatures() > 0 ? change.policies().keys() : List.of(),
                change.at()));
    }

    private PolicyViolationException refused(String where, List<Reason> reasons) {
        return new PolicyViolationException(
                "Alias " + name + " of " + model + " was not moved " + where + ": its policy forbids it.", reasons);
    }

    AliasMove rollback(Decision decision) {
        OptionalInt present = present();
        List<Reason> objections = new ArrayList<>();
        OptionalInt target = line().target(number -> mayGoBackTo(number, present, objections));
        if (target.isEmpty() && !objections.isEmpty()) {
            throw refused("back", objections);
        } else if (target.isEmpty()) {
            throw new NotFoundException("Alias " + Quoted.of(name) + " of " + Quoted.of(model)
                    + " cannot be rolled back from " + text(present)
                    + ": it named no version before that may go live again. Move it to a version of your choice.");
        }
        return set(present, target, decision, true);
    }

    /** What the policy forbids is passed over, as what was rejected is. */
    private boolean mayGoBackTo(int number, OptionalInt present, List<Reason> objections) {
        ModelVersion version = change.versions().require(model, number).version();
        if (!mayGoLive(version)) {
            return false;
        }
        List<Reason> own = objections(version, present, true);
        own.forEach(reason -> objections.add(new Reason(reason.rule(), "v" + number + ", " + reason.problem())));
        return own.isEmpty();
    }

    private HolderLine line() {
        HolderLine line = new HolderLine();
        for (StoredMove stored : change.aliases().history(model, name)) {
            if (stored.rollback()) {
                line.rollback(stored.move().to().orElseThrow());
            } else {
                line.move(stored.move().to());
            }
        }
        return line;
    }

    private AliasMove set(OptionalInt from, OptionalInt to, Decision decision, boolean rollback) {
        AliasMove move = new AliasMove(change.sequence(), model, name, from, to, change.at(), decision);
        if (!change.aliases().compareAndSet(new StoredMove(move, rollback))) {
            OptionalInt present = present();
            throw conflict("somebody else moved it to " + text(present), present);
        }
        change.audit(
                rollback ? Action.ROLLBACK_ALIAS : Action.MOVE_ALIAS,
                model,
                to.isPresent() ? to : from,
                Optional.of(name),
                decision,
                state(from),
                state(to));
        return move;
    }

    private OptionalInt present() {
        return change.aliases()
                .find(model, name)
                .map(alias -> OptionalInt.of(alias.version()))
                .orElse(OptionalInt.empty());
    }

    private ConflictException conflict(String problem, OptionalInt present) {
        return new ConflictException(
                "Alias " + Quoted.of(name) + " of " + Quoted.of(model) + " was not moved: " + problem + ".",
                text(present));
    }

    /** Where an alias stands, as the audit keeps it. */
    static String state(OptionalInt version) {
        return version.isPresent()
                ? StoredJson.text(new JsonObject().with("version", version.getAsInt()))
                : Change.NOTHING;
    }

    private static String text(OptionalInt version) {
        return version.isPresent() ? "v" + version.getAsInt() : "none";
    }
}
