/**
 * The registry: named models, numbered immutable versions, movable names, and who changed what, when and why.
 */
@NullMarked
package io.mlops4j.api.registry;

import org.jspecify.annotations.NullMarked;
