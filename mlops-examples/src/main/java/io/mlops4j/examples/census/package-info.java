/** Census income: the main job of this library, step by step. */
@NullMarked
package io.mlops4j.examples.census;

import org.jspecify.annotations.NullMarked;
