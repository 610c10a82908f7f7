/**
 * Files that a power cut leaves whole or not there, and folders that nobody else reads. Not exported.
 */
@NullMarked
package io.mlops4j.storage;

import org.jspecify.annotations.NullMarked;
