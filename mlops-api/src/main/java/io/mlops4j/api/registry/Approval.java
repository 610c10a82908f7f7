package io.mlops4j.api.registry;

import java.time.Instant;

/** Whether somebody lets a version go live. Apart from the verdict, which is a computation. */
public sealed interface Approval {

    /** Nobody decided yet. */
    record Pending() implements Approval {

        @Override
        public String toString() {
            return "pending";
        }
    }

    /**
     * Somebody approved it.
     *
     * @param decision who and why
     * @param at when
     */
    record Approved(Decision decision, Instant at) implements Approval {

        @Override
        public String toString() {
            return "approved by " + decision;
        }
    }

    /**
     * Somebody rejected it; it can never go live again.
     *
     * @param decision who and why
     * @param at when
     */
    record Rejected(Decision decision, Instant at) implements Approval {

        @Override
        public String toString() {
            return "rejected by " + decision;
        }
    }
}
