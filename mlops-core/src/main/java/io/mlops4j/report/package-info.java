/**
 * Reports: self-contained pages that show a run or a deployment to people, without a script and without anything remote.
 */
@NullMarked
package io.mlops4j.report;

import org.jspecify.annotations.NullMarked;
