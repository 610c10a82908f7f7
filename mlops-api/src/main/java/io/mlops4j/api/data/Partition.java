package io.mlops4j.api.data;

/**
 * The two sides of a split.
 *
 * @param training what preprocessing and model are fitted on
 * @param test what the model is evaluated on, never seen in training
 */
public record Partition(Dataset training, Dataset test) {}
