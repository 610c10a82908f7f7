/**
 * Listeners: progress on a terminal, lines in a log.
 */
@NullMarked
package io.mlops4j.event;

import org.jspecify.annotations.NullMarked;
