package io.mlops4j.api.error;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** A rule that somebody set forbids it: meet the rule, or ask those who set it to change it. */
public final class PolicyViolationException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of records
    private final List<Reason> reasons;

    /**
     * One rule that was not met.
     *
     * @param rule what was demanded, such as {@code only approved}
     * @param problem what was found
     */
    public record Reason(String rule, String problem) implements Serializable {

        @Override
        public String toString() {
            return rule + ": " + problem;
        }
    }

    /**
     * Says which rules were not met.
     *
     * @param message what was refused, without the reasons
     * @param reasons every rule that was not met; at least one
     */
    public PolicyViolationException(String message, List<Reason> reasons) {
        super(message + "\n  - " + reasons.stream().map(Reason::toString).collect(Collectors.joining("\n  - ")));
        this.reasons = List.copyOf(reasons);
    }

    /**
     * The rules that were not met.
     *
     * @return never empty
     */
    public List<Reason> reasons() {
        return reasons;
    }
}
