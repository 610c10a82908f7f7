package io.mlops4j.api.evaluate;

import java.util.List;

/**
 * How often each class was taken for each other.
 *
 * @param labels the classes in order
 * @param counts a list for each true class, with one count for each predicted class
 */
public record ConfusionMatrix(List<String> labels, List<List<Long>> counts) {

    /** Copies the lists and checks that the matrix is square. */
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
        int size = labels.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException(
                    "A confusion matrix of " + size + " classes is " + size + " × " + size + ".");
        }
    }

    /**
     * How often one class was taken for another.
     *
     * @param truth the true class
     * @param predicted the predicted class
     * @return the count
     */
    public long count(String truth, String predicted) {
        return counts.get(position(truth)).get(position(predicted));
    }

    private int position(String label) {
        int at = labels.indexOf(label);
        if (at < 0) {
            throw new IllegalArgumentException("There is no class '" + label + "', only " + labels + ".");
        }
        return at;
    }
}
