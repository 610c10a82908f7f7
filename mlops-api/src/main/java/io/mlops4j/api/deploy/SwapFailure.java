package io.mlops4j.api.deploy;

import java.time.Instant;

/**
 * A version that should be live and is not. What was live before still is.
 *
 * @param route which of the live versions it should be
 * @param version the number of the version
 * @param step what failed: load, digest, schema, golden rows, warm; rollout if a limit ended it,
 *     promotion if it did well and a policy does not let it become the champion
 * @param reason the message of the error
 * @param first when it failed first
 * @param last when it was tried last
 * @param attempts how often it was tried
 */
public record SwapFailure(
        Route route, int version, String step, String reason, Instant first, Instant last, int attempts) {}
