/**
 * Predictions: the answers, what was true, and the thread-safe objects that answer.
 */
@NullMarked
package io.mlops4j.api.predict;

import org.jspecify.annotations.NullMarked;
