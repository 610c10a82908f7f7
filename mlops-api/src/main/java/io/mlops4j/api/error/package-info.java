/**
 * The errors of the library, sorted by what the caller can do about them.
 *
 * <p>There is one unchecked root, {@link io.mlops4j.api.error.MlopsException}. A message says what was wrong, where, what
 * was expected and what to do next; it never holds a secret or a whole row of data.
 *
 * @serial exclude
 */
@NullMarked
package io.mlops4j.api.error;

import org.jspecify.annotations.NullMarked;
