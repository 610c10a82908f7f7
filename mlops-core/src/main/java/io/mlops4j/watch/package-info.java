/**
 * The seam between what answers and what watches it: bins frozen on the reference, counts of what was met, and how a window
 * of them is judged. Not exported.
 */
@NullMarked
package io.mlops4j.watch;

import org.jspecify.annotations.NullMarked;
