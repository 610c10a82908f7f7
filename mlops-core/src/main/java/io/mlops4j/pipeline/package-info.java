/**
 * The engine that runs a pipeline, stage by stage. Not exported: {@code Mlops} is the door.
 */
@NullMarked
package io.mlops4j.pipeline;

import org.jspecify.annotations.NullMarked;
