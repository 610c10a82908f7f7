/**
 * Checks: what must hold of data before they are used, and what data look like.
 */
@NullMarked
package io.mlops4j.api.check;

import org.jspecify.annotations.NullMarked;
