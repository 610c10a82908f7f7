package io.mlops4j.api.error;

import java.io.Serial;
import java.util.List;

/** A model is not good enough for what was asked: train a better one, or change the criteria. */
public final class CriterionNotMetException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings
    private final List<String> reasons;

    /**
     * Says which criteria were missed.
     *
     * @param message what was refused, without the reasons
     * @param reasons every missed criterion with its numbers; at least one
     */
    public CriterionNotMetException(String message, List<String> reasons) {
        super(message + "\n  - " + String.join("\n  - ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /**
     * The missed criteria.
     *
     * @return one sentence each, never empty
     */
    public List<String> reasons() {
        return reasons;
    }
}
