/**
 * JSON with one form for each value, by RFC 8785: for whatever is hashed or compared by its bytes. Not exported.
 */
@NullMarked
package io.mlops4j.json;

import org.jspecify.annotations.NullMarked;
