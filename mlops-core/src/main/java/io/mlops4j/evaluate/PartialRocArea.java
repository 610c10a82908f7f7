package io.mlops4j.evaluate;

/**
 * The area under the left end of the receiver operating characteristic, stretched so that chance is 0.5 and perfection 1
 * (McClish, 1989).
 */
final class PartialRocArea implements ScoredRows.Visitor {

    private final ScoredRows rows;
    private final double end;
    private double area;
    private double lastTrueRate;
    private double lastFalseRate;

    private PartialRocArea(ScoredRows rows, double end) {
        this.rows = rows;
        this.end = end;
    }

    static double of(ScoredRows rows, double end) {
        if (!rows.bothKinds()) {
            return Double.NaN;
        }
        PartialRocArea partial = new PartialRocArea(rows, end);
        rows.walk(partial);
        double chance = end * end / 2;
        return (1 + (partial.area - chance) / (end - chance)) / 2;
    }

    @Override
    public void threshold(double score, double truePositives, double falsePositives) {
        double trueRate = truePositives / rows.positives();
        double falseRate = falsePositives / rows.negatives();
        if (falseRate <= end) {
            area += (falseRate - lastFalseRate) * (trueRate + lastTrueRate) / 2;
        } else if (lastFalseRate < end) {
            double width = end - lastFalseRate;
            double rise = (trueRate - lastTrueRate) * width / (falseRate - lastFalseRate);
            area += width * (lastTrueRate + rise / 2);
        }
        lastTrueRate = trueRate;
        lastFalseRate = falseRate;
    }
}
