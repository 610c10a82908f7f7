/**
 * The bundle: the one immutable, verified artifact that a run produces and everything afterwards uses.
 */
@NullMarked
package io.mlops4j.api.bundle;

import org.jspecify.annotations.NullMarked;
