/**
 * For tests: assertions that speak of runs, evaluations, answers and data ({@link io.mlops4j.testkit.MlopsAssertions}),
 * fakes for what is injected, and for each extension point a contract, which is an abstract test class that an
 * implementation inherits.
 */
@NullMarked
package io.mlops4j.testkit;

import org.jspecify.annotations.NullMarked;
