package io.mlops4j.evaluate;

/** How much it counts to take one class for another. The order of classes is the order of their names. */
public enum Disagreement {
    /** All mistakes count the same. */
    EQUAL,
    /** A mistake counts as much as the classes lie apart. */
    LINEAR,
    /** A mistake counts as the square of how far the classes lie apart. */
    QUADRATIC;

    /** The name of the metric that counts mistakes so. */
    String metricName() {
        return switch (this) {
            case EQUAL -> "cohen_kappa";
            case LINEAR -> "cohen_kappa_linear";
            case QUADRATIC -> "cohen_kappa_quadratic";
        };
    }

    double between(int truth, int predicted) {
        double apart = Math.abs(truth - predicted);
        return switch (this) {
            case EQUAL -> apart == 0 ? 0 : 1;
            case LINEAR -> apart;
            case QUADRATIC -> apart * apart;
        };
    }
}
