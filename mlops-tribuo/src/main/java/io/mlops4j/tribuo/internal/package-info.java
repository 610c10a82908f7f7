/** What the libraries below must find by name, and so has to be public. Not for use by anybody else. */
@NullMarked
package io.mlops4j.tribuo.internal;

import org.jspecify.annotations.NullMarked;
