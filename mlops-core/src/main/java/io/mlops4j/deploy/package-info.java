/**
 * Deployment: versions of the registry made live in this process, swapped, tried beside each other, and taken back.
 */
@NullMarked
package io.mlops4j.deploy;

import org.jspecify.annotations.NullMarked;
