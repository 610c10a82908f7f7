package io.mlops4j.evaluate;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import java.util.ArrayList;
import java.util.List;

/**
 * What every threshold on the probability of one class would give: what ROC and precision-recall curves are drawn from, and
 * a threshold is chosen by.
 *
 * @param points one for each different score, from the highest down
 */
public record Curve(List<Point> points) {

    /**
     * What one threshold gives, rows being weighted.
     *
     * @param threshold the class is predicted where its probability is at least so much
     * @param truePositives the rows of the class that are predicted so
     * @param falsePositives the rows of other classes that are predicted so
     * @param positives all rows of the class
     * @param negatives all rows of other classes
     */
    public record Point(
            double threshold, double truePositives, double falsePositives, double positives, double negatives) {

        /**
         * The share of the class that is found.
         *
         * @return from 0 to 1, NaN if the class does not occur
         */
        public double recall() {
            return truePositives / positives;
        }

        /**
         * The share of the rest that is taken for the class.
         *
         * @return from 0 to 1, NaN if there is no rest
         */
        public double falsePositiveRate() {
            return falsePositives / negatives;
        }

        /**
         * The share of what is predicted that is right.
         *
         * @return from 0 to 1
         */
        public double precision() {
            return truePositives / (truePositives + falsePositives);
        }

        /**
         * The harmonic mean of precision and recall.
         *
         * @return from 0 to 1
         */
        public double f1() {
            return 2 * truePositives / (positives + truePositives + falsePositives);
        }

        /**
         * Recall less the false positive rate (Youden, 1950).
         *
         * @return from −1 to 1
         */
        public double youden() {
            return recall() - falsePositiveRate();
        }
    }

    /**
     * Copies the list.
     *
     * @param points one for each different score, from the highest down
     */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * Draws the curve of a class.
     *
     * @param outcomes outcomes with probabilities
     * @param label the class
     * @return the curve
     * @throws InvalidDataException if there is no such class, or no finite probabilities
     */
    public static Curve of(ClassificationOutcomes outcomes, String label) {
        int position = Scores.require(outcomes, label);
        return of(ScoredRows.of(outcomes, position));
    }

    static Curve of(ScoredRows rows) {
        List<Point> points = new ArrayList<>();
        rows.walk((score, truePositives, falsePositives) ->
                points.add(new Point(score, truePositives, falsePositives, rows.positives(), rows.negatives())));
        return new Curve(points);
    }

    /**
     * The threshold with the highest F1; of several the lowest.
     *
     * @return the point
     */
    public Point bestF1() {
        return points.stream()
                .reduce((best, next) -> next.f1() >= best.f1() ? next : best)
                .orElseThrow();
    }

    /**
     * The threshold at which recall and false positive rate lie furthest apart; of several the highest. If every threshold is
     * worse than to predict the class nowhere, it is infinite.
     *
     * @return the point
     */
    public Point bestYouden() {
        Point first = points.get(0);
        Point nowhere = new Point(Double.POSITIVE_INFINITY, 0, 0, first.positives(), first.negatives());
        return points.stream().reduce(nowhere, (best, next) -> next.youden() > best.youden() ? next : best);
    }
}
