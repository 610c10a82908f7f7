/** How fast a model answers: single rows and batches, beside Tribuo, XGBoost4J and code written by hand for the one model. */
@NullMarked
package io.mlops4j.benchmarks.predict;

import org.jspecify.annotations.NullMarked;
