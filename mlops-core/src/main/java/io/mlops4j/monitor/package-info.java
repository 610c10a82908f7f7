/**
 * Monitoring: what may be watched of a deployment, what is done when a limit is broken, and the monitor that does it.
 */
@NullMarked
package io.mlops4j.monitor;

import org.jspecify.annotations.NullMarked;
