package io.mlops4j.api.registry;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a version comes from, as far as its bundle does not say it: it varies from run to run, and is what the one who
 * registers says.
 *
 * @param run what the run is called elsewhere, such as a build; at most 200 characters
 * @param commit the state of the code, such as a hash; at most 200 characters
 * @param parent the version of the same model that it was made from, or empty
 * @param baseline what its criteria compared it with, or empty if none of them compares
 */
public record Origin(Optional<String> run, Optional<String> commit, OptionalInt parent, Optional<Baseline> baseline) {

    /** Nothing is known. */
    public static final Origin NONE =
            new Origin(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());

    private static final int LONGEST = 200;

    /** Checks the texts. */
    public Origin {
        run.ifPresent(text -> Names.requireLine("A run", text, LONGEST));
        commit.ifPresent(text -> Names.requireLine("A commit", text, LONGEST));
    }

    /**
     * The champion beside which a version was judged.
     *
     * @param champion its number, or empty if there was none
     */
    public record Baseline(OptionalInt champion) {}

    /**
     * The same origin with a run.
     *
     * @param name what the run is called elsewhere
     * @return an origin that differs in nothing else
     */
    public Origin run(String name) {
        return new Origin(Optional.of(name), commit, parent, baseline);
    }

    /**
     * The same origin with a commit.
     *
     * @param hash the state of the code
     * @return an origin that differs in nothing else
     */
    public Origin commit(String hash) {
        return new Origin(run, Optional.of(hash), parent, baseline);
    }

    /**
     * The same origin with a parent.
     *
     * @param version the number of a version of the same model
     * @return an origin that differs in nothing else
     */
    public Origin parent(int version) {
        return new Origin(run, commit, OptionalInt.of(version), baseline);
    }

    /**
     * The same origin with a baseline.
     *
     * @param compared what the criteria compared with
     * @return an origin that differs in nothing else
     */
    public Origin baseline(Baseline compared) {
        return new Origin(run, commit, parent, Optional.of(compared));
    }
}
