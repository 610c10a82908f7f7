/**
 * Where rows come from, how a row of the user's own type is read, and how rows are split.
 */
@NullMarked
package io.mlops4j.data;

import org.jspecify.annotations.NullMarked;
