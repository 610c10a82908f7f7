package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import java.util.Optional;
import java.util.OptionalInt;

/** Begins a rollout, unless it has begun already: the same code runs whenever a process starts. */
final class Launch {

    private final Aliases aliases;
    private final Journal journal;

    Launch(Aliases aliases, Journal journal) {
        this.aliases = aliases;
        this.journal = journal;
    }

    /** Begins when a process starts: what was ended is not begun again. */
    void begin(int version, Rollout rollout) {
        begin(version, rollout, false);
    }

    /** Begins because somebody says so now, whatever was ended before. */
    void beginAnew(int version, Rollout rollout) {
        begin(version, rollout, true);
    }

    private void begin(int version, Rollout rollout, boolean anew) {
        Optional<Alias> champion = aliases.champion();
        if (champion.isPresent() && champion.get().version() == version) {
            return;
        }
        if (champion.isEmpty()) {
            aliases.putChampion(
                    OptionalInt.empty(), version, "deployed; there is no champion that it could be tried beside");
        } else if (rollout instanceof Rollout.Canary canary) {
            begin(version, canary, anew);
        } else {
            aliases.putChampion(of(champion), version, "deployed " + rollout);
        }
    }

    private void begin(int version, Rollout.Canary canary, boolean anew) {
        Optional<Alias> challenger = aliases.challenger();
        if (challenger.isPresent() && challenger.get().version() == version) {
            return;
        }
        Optional<AliasMove> ended = anew ? Optional.empty() : aliases.ending(version);
        if (ended.isPresent()) {
            // else a process that restarts, perhaps because of this very version, would begin its canary again and
            // again
            journal.failed(
                    Route.CHALLENGER,
                    version,
                    Journal.ROLLOUT,
                    "it was ended at " + ended.get().at() + " by " + ended.get().decision()
                            + ". Put the alias on it to try it again.");
            return;
        }
        aliases.putChallenger(of(challenger), version, "deployed as " + canary);
    }

    private static OptionalInt of(Optional<Alias> alias) {
        return alias.map(found -> OptionalInt.of(found.version())).orElse(OptionalInt.empty());
    }
}
