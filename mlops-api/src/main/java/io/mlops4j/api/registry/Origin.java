package io.mlops4j.api.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a version comes from, as far as its bundle does not say it: it varies from run to run, and is what the one who
 * registers says.
 *
 * @param run what the run is called elsewhere, such as a build; at most 200 characters
 * @param commit the state of the code, such as a hash; at most 200 characters
 * @param parent the version of the same model that it was made from, or empty
 * @param baseline what its criteria compared it with, or empty if none of them compares; a champion of the other registry if
 *     the version was imported
 * @param imported where it was before, or empty if it was registered here
 */
public record Origin(
        Optional<String> run,
        Optional<String> commit,
        OptionalInt parent,
        Optional<Baseline> baseline,
        Optional<Imported> imported) {

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
     * The origin of a version that was not imported.
     *
     * @param run what the run is called elsewhere, or empty
     * @param commit the state of the code, or empty
     * @param parent the version that it was made from, or empty
     * @param baseline what its criteria compared it with, or empty
     */
    public Origin(Optional<String> run, Optional<String> commit, OptionalInt parent, Optional<Baseline> baseline) {
        this(run, commit, parent, baseline, Optional.empty());
    }

    /**
     * The champion beside which a version was judged.
     *
     * @param champion its number, or empty if there was none
     */
    public record Baseline(OptionalInt champion) {}

    /**
     * What a version was in the registry that it came from, as the file said that brought it: what was decided there is known
     * here, and decides nothing here.
     *
     * @param model what the model was called there
     * @param version its number there
     * @param row the hash of the row of the audit there that made it a version
     * @param registeredBy by whom
     * @param registeredAt when
     * @param approval whether somebody let it go live there, who and why
     */
    public record Imported(
            String model, int version, String row, String registeredBy, Instant registeredAt, Approval approval) {

        /** Checks the names. */
        public Imported {
            Names.requireModel(model);
            Names.requireLine("A hash", row, LONGEST);
            Names.requireLine("Who registered it", registeredBy, LONGEST);
        }

        @Override
        public String toString() {
            return model + " v" + version + " of another registry, registered there by " + registeredBy + ", "
                    + approval;
        }
    }

    /**
     * The same origin with a run.
     *
     * @param name what the run is called elsewhere
     * @return an origin that differs in nothing else
     */
    public Origin run(String name) {
        return new Origin(Optional.of(name), commit, parent, baseline, imported);
    }

    /**
     * The same origin with a commit.
     *
     * @param hash the state of the code
     * @return an origin that differs in nothing else
     */
    public Origin commit(String hash) {
        return new Origin(run, Optional.of(hash), parent, baseline, imported);
    }

    /**
     * The same origin with a parent.
     *
     * @param version the number of a version of the same model
     * @return an origin that differs in nothing else
     */
    public Origin parent(int version) {
        return new Origin(run, commit, OptionalInt.of(version), baseline, imported);
    }

    /**
     * The same origin with a baseline.
     *
     * @param compared what the criteria compared with
     * @return an origin that differs in nothing else
     */
    public Origin baseline(Baseline compared) {
        return new Origin(run, commit, parent, Optional.of(compared), imported);
    }

    /**
     * The same origin of a version that was imported.
     *
     * @param from where it was before
     * @return an origin that differs in nothing else
     */
    public Origin imported(Imported from) {
        return new Origin(run, commit, parent, baseline, Optional.of(from));
    }
}
