/**
 * What the library was given from outside, and hands on to every stage: clock, executor, listeners, formats. Not exported.
 */
@NullMarked
package io.mlops4j.environment;

import org.jspecify.annotations.NullMarked;
