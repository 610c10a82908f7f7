/**
 * The monitor: compares what a deployed model meets and answers with its reference, and says so when it differs.
 */
@NullMarked
package io.mlops4j.api.monitor;

import org.jspecify.annotations.NullMarked;
