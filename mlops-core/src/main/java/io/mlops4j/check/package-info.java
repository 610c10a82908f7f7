/**
 * The built-in expectations of data, and the profile that says what data look like.
 */
@NullMarked
package io.mlops4j.check;

import org.jspecify.annotations.NullMarked;
