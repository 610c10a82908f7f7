package io.mlops4j.api.registry;

/**
 * Who decided something, and why. Both stand in the audit, so neither may be empty.
 *
 * @param actor a person or a process; at most 200 characters, none of them a control character
 * @param reason for those who ask later; at most 2,000 characters, none of them a control character
 */
public record Decision(String actor, String reason) {

    private static final int LONGEST_ACTOR = 200;
    private static final int LONGEST_REASON = 2000;

    /** Checks both. */
    public Decision {
        Names.requireLine("An actor", actor, LONGEST_ACTOR);
        Names.requireLine("A reason", reason, LONGEST_REASON);
    }

    /**
     * A decision.
     *
     * @param actor who
     * @param reason why
     * @return the decision
     */
    public static Decision by(String actor, String reason) {
        return new Decision(actor, reason);
    }

    @Override
    public String toString() {
        return actor + ": " + reason;
    }
}
