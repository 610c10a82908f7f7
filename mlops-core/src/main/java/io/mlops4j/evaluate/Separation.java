package io.mlops4j.evaluate;

/** How well the best threshold tells a class from the rest. NaN if there are rows of one kind only. */
final class Separation {

    private Separation() {}

    /** Of what is at or above a threshold. */
    private interface Value {
        double of(double truePositives, double falsePositives);
    }

    static double f1(ScoredRows rows) {
        return highest(rows, (found, wrong) -> 2 * found / (rows.positives() + found + wrong));
    }

    /** At least 0: to predict the class nowhere separates nothing. */
    static double youden(ScoredRows rows) {
        return highest(rows, (found, wrong) -> found / rows.positives() - wrong / rows.negatives());
    }

    /** The largest distance between the distributions of the scores of both kinds. */
    static double kolmogorovSmirnov(ScoredRows rows) {
        return highest(rows, (found, wrong) -> Math.abs(found / rows.positives() - wrong / rows.negatives()));
    }

    private static double highest(ScoredRows rows, Value value) {
        if (!rows.bothKinds()) {
            return Double.NaN;
        }
        double[] highest = new double[1];
        rows.walk((score, found, wrong) -> highest[0] = Math.max(highest[0], value.of(found, wrong)));
        return highest[0];
    }
}
