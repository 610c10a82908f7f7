package io.mlops4j.api.deploy;

import io.mlops4j.api.predict.Prediction;

/**
 * An answer, and where it comes from.
 *
 * @param id names this answer, for feedback and logs; increases with time, see {@link PredictionId}
 * @param answer the answer
 * @param version the version that gave it, 0 if it was the caller's own rule
 * @param route for whom the row was meant
 * @param rung who gave the answer; another than the route if that one failed
 * @param <Y> the kind of answer
 */
public record Served<Y extends Prediction>(long id, Y answer, int version, Route route, Rung rung) {

    @Override
    public String toString() {
        return answer + " by " + (version == 0 ? "fallback" : "v" + version) + " #" + PredictionId.format(id);
    }
}
