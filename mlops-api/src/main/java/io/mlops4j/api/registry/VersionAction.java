package io.mlops4j.api.registry;

import static io.mlops4j.api.registry.VersionAction.Outcome.APPROVED;
import static io.mlops4j.api.registry.VersionAction.Outcome.AS_BEFORE;
import static io.mlops4j.api.registry.VersionAction.Outcome.DELETED;
import static io.mlops4j.api.registry.VersionAction.Outcome.PURGED;
import static io.mlops4j.api.registry.VersionAction.Outcome.REFUSED;
import static io.mlops4j.api.registry.VersionAction.Outcome.REJECTED;
import static io.mlops4j.api.registry.VersionAction.Outcome.STAYS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What can be done to a version, and what it leads to. */
public enum VersionAction {
    /** Let it go live. */
    APPROVE("approved"),
    /** Forbid it to go live, for ever; refused while an alias names it. */
    REJECT("rejected"),
    /** Put an alias on it. */
    NAME("named by an alias"),
    /** Change a tag of it. */
    TAG("tagged"),
    /** Add a signature to it. */
    SIGN("signed"),
    /** Delete it for now; refused while an alias names it. */
    DELETE("deleted"),
    /** Undo a deletion. */
    RESTORE("restored"),
    /** Give up the bundle of what was deleted long enough ago. */
    PURGE("purged");

    /** What an action leads to. */
    public enum Outcome {
        /** It is approved. */
        APPROVED,
        /** It is rejected. */
        REJECTED,
        /** It is deleted. */
        DELETED,
        /** It is what it was before it was deleted. */
        AS_BEFORE,
        /** It is purged. */
        PURGED,
        /** Its standing stays. */
        STAYS,
        /** It cannot be done. */
        REFUSED
    }

    private static final Map<VersionAction, Map<VersionStanding, Outcome>> TABLE = new EnumMap<>(VersionAction.class);

    static {
        //            pending   approved  rejected  deleted    purged
        row(APPROVE, APPROVED, STAYS, REFUSED, REFUSED, REFUSED);
        row(REJECT, REJECTED, REJECTED, STAYS, REFUSED, REFUSED);
        row(NAME, STAYS, STAYS, REFUSED, REFUSED, REFUSED);
        row(TAG, STAYS, STAYS, STAYS, REFUSED, REFUSED);
        row(SIGN, STAYS, STAYS, STAYS, REFUSED, REFUSED);
        row(DELETE, DELETED, DELETED, DELETED, STAYS, REFUSED);
        row(RESTORE, STAYS, STAYS, STAYS, AS_BEFORE, REFUSED);
        row(PURGE, REFUSED, REFUSED, REFUSED, PURGED, STAYS);
    }

    private final String past;

    VersionAction(String past) {
        this.past = past;
    }

    /**
     * What was done, for people: a version was, or cannot be, …
     *
     * @return for example {@code approved}
     */
    public String past() {
        return past;
    }

    private static void row(VersionAction action, Outcome... outcomes) {
        Map<VersionStanding, Outcome> row = new EnumMap<>(VersionStanding.class);
        VersionStanding[] standings = VersionStanding.values();
        for (int i = 0; i < standings.length; i++) {
            row.put(standings[i], outcomes[i]);
        }
        TABLE.put(action, row);
    }

    /**
     * What this action leads to.
     *
     * @param standing where the version is
     * @return the outcome
     */
    public Outcome on(VersionStanding standing) {
        return Objects.requireNonNull(Objects.requireNonNull(TABLE.get(this)).get(standing));
    }
}
