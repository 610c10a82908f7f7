/**
 * The statistics of drift: how far two samples lie apart, and how probable that would be if they were alike.
 */
@NullMarked
package io.mlops4j.drift;

import org.jspecify.annotations.NullMarked;
