package io.mlops4j.drift;

/** How probable values beyond a point are. */
final class Tails {

    private Tails() {}

    /**
     * The upper tail of the chi-square distribution.
     *
     * @param statistic the point; NaN gives NaN
     * @param degrees the degrees of freedom, at least 1
     * @return the probability of more
     */
    static double chiSquare(double statistic, int degrees) {
        return Double.isNaN(statistic) ? Double.NaN : Gamma.upper(degrees / 2.0, statistic / 2);
    }

    /**
     * Both tails of the standard normal distribution.
     *
     * @param z the point; NaN gives NaN
     * @return the probability of a value at least so far from 0
     */
    static double normal(double z) {
        return Double.isNaN(z) ? Double.NaN : Gamma.upper(0.5, z * z / 2);
    }

    /**
     * The upper tail of the hypergeometric distribution: how probable it is to draw at least so many marked ones.
     *
     * @param drawnMarked how many marked ones were drawn
     * @param drawn how many were drawn, without putting back
     * @param marked how many of all are marked
     * @param all how many there are
     * @return the probability of as many or more
     */
    static double hypergeometric(long drawnMarked, long drawn, long marked, long all) {
        long least = Math.max(0, drawn + marked - all);
        long most = Math.min(drawn, marked);
        if (drawnMarked <= least) {
            return 1;
        }
        double term = 1;
        double sum = 1;
        // each term is the one before times a ratio that falls below 1 beyond the expected count
        for (long k = drawnMarked; k < most; k++) {
            term *= (double) (marked - k) / (k + 1) * (drawn - k) / (all - marked - drawn + k + 1);
            sum += term;
            if (term < sum * 1e-17) {
                break;
            }
        }
        return Math.min(1, sum * Math.exp(logHypergeometric(drawnMarked, drawn, marked, all)));
    }

    private static double logHypergeometric(long k, long drawn, long marked, long all) {
        return logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn);
    }

    private static double logChoose(long n, long k) {
        return Gamma.logFactorial(n) - Gamma.logFactorial(k) - Gamma.logFactorial(n - k);
    }

    /**
     * Both tails of Student's t distribution.
     *
     * @param t the point; NaN gives NaN
     * @param degrees the degrees of freedom, more than 0
     * @return the probability of a value at least so far from 0
     */
    static double student(double t, double degrees) {
        return Double.isNaN(t) ? Double.NaN : Beta.lower(degrees / 2, 0.5, degrees / (degrees + t * t));
    }

    /**
     * The upper tail of Fisher's F distribution.
     *
     * @param f the point; NaN gives NaN
     * @param numerator the degrees of freedom of the numerator
     * @param denominator those of the denominator
     * @return the probability of more
     */
    static double fisher(double f, double numerator, double denominator) {
        return Double.isNaN(f)
                ? Double.NaN
                : Beta.lower(denominator / 2, numerator / 2, denominator / (denominator + numerator * f));
    }

    /** The probability of drawing exactly so many marked ones. */
    static double hypergeometricAt(long drawnMarked, long drawn, long marked, long all) {
        return Math.exp(logHypergeometric(drawnMarked, drawn, marked, all));
    }
}
