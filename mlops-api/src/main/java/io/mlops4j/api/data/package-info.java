/**
 * Data: what columns there are, the columnar rows themselves, where they come from, how one row is read and how rows are
 * split.
 */
@NullMarked
package io.mlops4j.api.data;

import org.jspecify.annotations.NullMarked;
