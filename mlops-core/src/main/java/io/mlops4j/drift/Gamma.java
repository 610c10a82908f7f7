package io.mlops4j.drift;

/** The gamma function and its incomplete integrals, from which the tails of distributions are made. */
final class Gamma {

    /** Lanczos' approximation with g = 7 and nine terms, in Godfrey's coefficients: about 15 digits. */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private static final double LANCZOS_G = 7.5;
    private static final double HALF_LOG_OF_2_PI = 0.9189385332046727;
    private static final double EPSILON = 1e-16;
    private static final double TINY = 1e-300;
    private static final int STEPS = 100_000;

    private Gamma() {}

    /** The logarithm of the gamma function of a number that is at least ½. */
    static double log(double a) {
        double x = a - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS_G;
        return HALF_LOG_OF_2_PI + (x + 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** The logarithm of n!. */
    static double logFactorial(long n) {
        return n < 2 ? 0 : log(n + 1.0);
    }

    /**
     * The regularised upper incomplete gamma function Q(a, x): by its series below a + 1, by its continued fraction above
     * (Abramowitz and Stegun, 6.5.29 and 6.5.31; Lentz's method).
     */
    static double upper(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double factor = Math.exp(a * Math.log(x) - x - log(a));
        return x < a + 1 ? 1 - factor * series(a, x) : factor * fraction(a, x);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int i = 1; i < STEPS && term > sum * EPSILON; i++) {
            term *= x / (a + i);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int i = 1; i < STEPS; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            double change = c * d;
            value *= change;
            if (Math.abs(change - 1) < EPSILON) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
