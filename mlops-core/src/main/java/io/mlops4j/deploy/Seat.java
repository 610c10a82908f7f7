package io.mlops4j.deploy;

import io.mlops4j.api.deploy.LiveVersion;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.WatchedVersion;
import java.time.Instant;

/**
 * A place, and the version that has it.
 *
 * @param rung the place
 * @param live the version
 * @param plan how it is evaluated, for people
 * @param since since when it has the place
 * @param before what was counted of it until then
 */
record Seat<I, Y extends Prediction>(Rung rung, Live<I, Y> live, String plan, Instant since, Counts before) {

    static <I, Y extends Prediction> Seat<I, Y> of(Rung rung, Live<I, Y> live, Instant since) {
        return new Seat<>(rung, live, live.plan(), since, live.tally().counts());
    }

    /** The same version in another place. */
    Seat<I, Y> moved(Rung to, Instant at) {
        return new Seat<>(to, live, plan, at, live.tally().counts());
    }

    int version() {
        return live.version();
    }

    /** What was counted of it in this place. */
    Counts counts() {
        return live.tally().counts().minus(before);
    }

    WatchedVersion watched() {
        return new WatchedVersion(live.version(), live.bins(), since, this::counts);
    }

    LiveVersion status() {
        return new LiveVersion(
                live.version(),
                live.digest(),
                since,
                plan,
                live.tally().answers(),
                live.tally().failures());
    }
}
