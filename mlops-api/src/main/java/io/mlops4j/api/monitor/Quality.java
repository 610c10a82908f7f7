package io.mlops4j.api.monitor;

/**
 * How good the answers of a window were, as far as their truths are known by now.
 *
 * @param answers how many answers there were
 * @param known of how many the truth is known
 * @param value the accuracy of a classification, the mean absolute error of a regression; NaN if no truth is known
 */
public record Quality(long answers, long known, double value) {}
