/**
 * The built-in steps of the preparation: {@link io.mlops4j.prepare.Preprocessors} hands them out.
 *
 * <p>What holds for all of them:
 *
 * <ul>
 *   <li>They work on features only, and each column by itself.
 *   <li>NaN, and null for a category, is a missing value: steps other than imputation keep it, and nothing is learned from
 *       it. The number 0 is a value like any other; −0.0 stays what it is. Infinities never reach a step, because a source
 *       refuses them or makes them missing; fitting refuses a column that has one all the same.
 *   <li>A result beyond the range of {@code double} is the largest finite number.
 *   <li>Categories differ if one character differs: the empty text, blanks, upper and lower case and the forms of Unicode are
 *       not made equal.
 *   <li>What is learned depends on nothing but the rows: sums run in one order on one thread, and a tie goes to the smallest.
 * </ul>
 */
@NullMarked
package io.mlops4j.prepare;

import org.jspecify.annotations.NullMarked;
