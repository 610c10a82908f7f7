/**
 * Writing bundles so that equal runs give equal bytes, and reading them so that nothing altered is ever used.
 */
@NullMarked
package io.mlops4j.bundle;

import org.jspecify.annotations.NullMarked;
