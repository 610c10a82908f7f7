package io.mlops4j.environment;

import io.mlops4j.api.train.ModelFormat;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What was given to the library from outside.
 *
 * @param clock tells the time
 * @param ticker nanoseconds of a clock that never goes back, for measuring
 * @param executor runs what can be done side by side
 * @param helpers how many tasks are given to the executor at a time, beside the calling thread; 0 for none
 * @param emitter tells listeners what happens
 * @param modelFormats open models that other libraries stored
 */
public record Environment(
        InstantSource clock,
        LongSupplier ticker,
        Executor executor,
        int helpers,
        Emitter emitter,
        List<ModelFormat> modelFormats) {}
