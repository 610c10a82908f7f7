/**
 * The front door: {@code Mlops} runs pipelines and loads what they made.
 */
@NullMarked
package io.mlops4j;

import org.jspecify.annotations.NullMarked;
