package io.mlops4j.api.deploy;

import java.time.Instant;

/**
 * A version that is loaded in this process.
 *
 * @param version its number
 * @param digest the SHA-256 of its bundle
 * @param since since when it has its present place
 * @param plan how it is evaluated, for people
 * @param predictions how many rows it has answered here
 * @param failures how many rows it could not answer and handed down the ladder
 */
public record LiveVersion(int version, String digest, Instant since, String plan, long predictions, long failures) {

    @Override
    public String toString() {
        return "v" + version + " since " + since + ", " + predictions + " predictions";
    }
}
