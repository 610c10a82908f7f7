/**
 * Keeps models, their versions and what was live when: in SQLite or PostgreSQL, with the bundles in a store by content.
 * Begin reading at {@link io.mlops4j.registry.Registries}.
 */
@NullMarked
package io.mlops4j.registry;

import org.jspecify.annotations.NullMarked;
