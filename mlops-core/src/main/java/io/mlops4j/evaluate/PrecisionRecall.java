package io.mlops4j.evaluate;

/** Two ways to measure the area under the curve of precision over recall. */
final class PrecisionRecall implements ScoredRows.Visitor {

    private final double positives;
    private double steps;
    private double trapezoids;
    private double lastRecall;
    private double lastPrecision = 1;

    private PrecisionRecall(double positives) {
        this.positives = positives;
    }

    private static PrecisionRecall walk(ScoredRows rows) {
        PrecisionRecall curve = new PrecisionRecall(rows.positives());
        rows.walk(curve);
        return curve;
    }

    /** The mean precision over the rows of the class; NaN if there is none. */
    static double average(ScoredRows rows) {
        return rows.positives() > 0 ? walk(rows).steps : Double.NaN;
    }

    /** The area under straight lines between the points; NaN if there is no row of the class. */
    static double area(ScoredRows rows) {
        return rows.positives() > 0 ? walk(rows).trapezoids : Double.NaN;
    }

    @Override
    public void threshold(double score, double truePositives, double falsePositives) {
        double recall = truePositives / positives;
        double precision = truePositives / (truePositives + falsePositives);
        steps += (recall - lastRecall) * precision;
        trapezoids += (recall - lastRecall) * (precision + lastPrecision) / 2;
        lastRecall = recall;
        lastPrecision = precision;
    }
}
