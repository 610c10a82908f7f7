package io.mlops4j.api.deploy;

import io.mlops4j.api.data.Percent;
import io.mlops4j.api.monitor.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a version becomes live. */
public sealed interface Rollout {

    /** At once, for all rows. */
    record AllAtOnce() implements Rollout {

        @Override
        public String toString() {
            return "all at once";
        }
    }

    /**
     * As a challenger, for a share of the rows, beside the champion.
     *
     * @param share which share of the rows it gets; more than none
     * @param byKey whether rows with the same key always take the same route; otherwise chance decides
     * @param promoteAfter how long it has to do well before it becomes the champion, or empty if somebody has to say so
     * @param abortIf limits that end it, measured of the challenger alone; empty means that nothing ends it by itself
     * @param minimumRows how many rows the challenger must have answered before a limit is looked at or it is promoted, at
     *     least 1
     */
    record Canary(Percent share, boolean byKey, Optional<Duration> promoteAfter, List<Limit> abortIf, long minimumRows)
            implements Rollout {

        /** How many rows are enough unless something else is said. */
        public static final long USUAL_MINIMUM = 200;

        /** Checks the numbers. */
        public Canary {
            abortIf = List.copyOf(abortIf);
            if (share.share() == 0) {
                throw new IllegalArgumentException("A canary needs a share of the rows, not 0 %.");
            }
            if (minimumRows < 1) {
                throw new IllegalArgumentException("A canary is judged on at least 1 row, not " + minimumRows + ".");
            }
            promoteAfter.ifPresent(time -> {
                if (time.isNegative()) {
                    throw new IllegalArgumentException("A canary cannot be promoted after " + time + ".");
                }
            });
        }

        /**
         * The same canary, whose rows go where their key sends them.
         *
         * @return the canary
         */
        public Canary sticky() {
            return new Canary(share, true, promoteAfter, abortIf, minimumRows);
        }

        /**
         * The same canary, which becomes the champion by itself.
         *
         * @param time how long it has to do well
         * @return the canary
         */
        public Canary promoteAfter(Duration time) {
            return new Canary(share, byKey, Optional.of(time), abortIf, minimumRows);
        }

        /**
         * The same canary, which ends by itself if a limit is broken. Can be called several times.
         *
         * @param limits measured of the challenger alone
         * @return the canary
         */
        public Canary abortIf(Limit... limits) {
            List<Limit> all = new ArrayList<>(abortIf);
            all.addAll(List.of(limits));
            return new Canary(share, byKey, promoteAfter, all, minimumRows);
        }

        /**
         * The same canary, judged on other numbers of rows.
         *
         * @param rows how many rows the challenger must have answered before it is judged
         * @return the canary
         */
        public Canary minimumRows(long rows) {
            return new Canary(share, byKey, promoteAfter, abortIf, rows);
        }

        @Override
        public String toString() {
            return "canary " + share + (byKey ? " by key" : "")
                    + promoteAfter.map(time -> ", promoted after " + time).orElse("")
                    + (abortIf.isEmpty() ? "" : ", aborted if " + abortIf);
        }
    }
}
