/** Penguins: the quick start of the README. */
@NullMarked
package io.mlops4j.examples.penguins;

import org.jspecify.annotations.NullMarked;
