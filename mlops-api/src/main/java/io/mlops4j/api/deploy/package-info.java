/**
 * Deployment: a version made live in this process, how traffic reaches it, and how it is taken back.
 */
@NullMarked
package io.mlops4j.api.deploy;

import org.jspecify.annotations.NullMarked;
