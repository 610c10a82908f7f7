package io.mlops4j.prepare;

/** Neumaier's sum, which carries what rounding lost. Its result hardly depends on the order of the numbers. */
final class CompensatedSum {

    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double total() {
        return sum + lost;
    }
}
