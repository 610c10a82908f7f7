package io.mlops4j.api.pipeline;

import java.time.Duration;

/**
 * How long a stage of a run took.
 *
 * @param stage the stage
 * @param took how long
 */
public record StageTiming(String stage, Duration took) {}
