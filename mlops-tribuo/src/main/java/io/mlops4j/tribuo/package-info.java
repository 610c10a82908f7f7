/**
 * Training with Tribuo and XGBoost: {@link io.mlops4j.tribuo.Tribuo} hands out the trainers and the format of their models.
 *
 * <p>What holds for all of them:
 *
 * <ul>
 *   <li>The same rows, parameters and seed give the same bytes, on every Java version and on any number of threads.
 *   <li>A stored model names no time, host or user, and holds no statistic of the training data.
 *   <li>Stored bytes are opened only if they are, byte for byte, what this library writes for their numbers.
 *   <li>Native memory is freed before a call returns, or when the opened model is closed.
 * </ul>
 *
 * <p>Tribuo logs two lines a training at the level INFO through {@code java.util.logging}, one of them with the names of the
 * classes. A host that wants none sets the level of the logger {@code org.tribuo}, and keeps a reference to that logger; this
 * library changes no logger.
 */
@NullMarked
package io.mlops4j.tribuo;

import org.jspecify.annotations.NullMarked;
