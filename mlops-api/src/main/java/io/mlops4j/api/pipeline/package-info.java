/**
 * Pipelines: the declaration of a model's whole way from data to verdict, and one execution of it.
 */
@NullMarked
package io.mlops4j.api.pipeline;

import org.jspecify.annotations.NullMarked;
