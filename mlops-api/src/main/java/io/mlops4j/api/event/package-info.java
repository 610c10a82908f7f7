/**
 * Events: every change of state that somebody may want to see, as one sealed hierarchy.
 */
@NullMarked
package io.mlops4j.api.event;

import org.jspecify.annotations.NullMarked;
