package io.mlops4j.evaluate;

/**
 * The area under the receiver operating characteristic: the share of pairs, one row of the class and one of the rest, of
 * which the first has the higher score; a tie counts half. Exact, not read off a grid.
 */
final class RocArea implements ScoredRows.Visitor {

    private double area;
    private double lastTruePositives;
    private double lastFalsePositives;

    private RocArea() {}

    /** From 0 to 1, NaN if rows of one kind only. */
    static double of(ScoredRows rows) {
        if (!rows.bothKinds()) {
            return Double.NaN;
        }
        RocArea roc = new RocArea();
        rows.walk(roc);
        return roc.area / (rows.positives() * rows.negatives());
    }

    @Override
    public void threshold(double score, double truePositives, double falsePositives) {
        area += (falsePositives - lastFalsePositives) * (truePositives + lastTruePositives) / 2;
        lastTruePositives = truePositives;
        lastFalsePositives = falsePositives;
    }
}
