package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.WindowFindings;
import io.mlops4j.watch.WindowJudge;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges a challenger by what was counted of it alone. It ends one that breaks a limit, and promotes one that has done well
 * long enough. Of too few rows it says nothing, and what cannot be measured yet is no reason to promote.
 */
final class Guard {

    private static final int LONGEST_REASON = 1900;

    private final Rollout.Canary plan;
    private final WindowJudge judge;
    private final Outcomes outcomes;

    Guard(Rollout.Canary plan, Outcomes outcomes) {
        this.plan = plan;
        this.judge = new WindowJudge().minimumRows(plan.minimumRows());
        this.outcomes = outcomes;
    }

    /** What should happen, and why. */
    record Ruling(boolean promoted, String reason) {}

    /**
     * Judges.
     *
     * @param since since when it is challenger, in this process or another
     * @return empty if it goes on
     */
    <I, Y extends Prediction> Optional<Ruling> judge(Seat<I, Y> challenger, Instant since, Instant now) {
        Counts counts = challenger.counts();
        if (counts.rows() < plan.minimumRows()) {
            return Optional.empty();
        }
        Quality quality = outcomes.of(
                challenger.version(),
                counts.answers(),
                challenger.live().bins().classes().isPresent());
        WindowFindings found = judge.judge(challenger.live().bins(), counts, quality, plan.abortIf());
        if (!found.broken().isEmpty()) {
            String broken = found.broken().stream().map(Breach::toString).collect(Collectors.joining("; "));
            return Optional.of(new Ruling(false, cut("aborted after " + counts.rows() + " rows, " + broken)));
        }
        Duration age = Duration.between(since, now);
        return plan.promoteAfter()
                .filter(time -> age.compareTo(time) >= 0 && found.unknown().isEmpty())
                .map(time -> new Ruling(
                        true,
                        cut("did well for " + age.truncatedTo(ChronoUnit.SECONDS) + " on " + counts.rows() + " rows: "
                                + plan)));
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
