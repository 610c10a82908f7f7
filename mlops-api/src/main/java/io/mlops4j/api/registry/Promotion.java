package io.mlops4j.api.registry;

import io.mlops4j.api.error.PolicyViolationException.Reason;
import java.util.List;

/** What came of the wish to promote a version. */
public sealed interface Promotion {

    /**
     * It passed the gate, and the alias was moved.
     *
     * @param move the move
     */
    record Promoted(AliasMove move) implements Promotion {}

    /**
     * It did not pass, and nothing was changed.
     *
     * @param reasons all the reasons, at least one
     */
    record Refused(List<Reason> reasons) implements Promotion {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
