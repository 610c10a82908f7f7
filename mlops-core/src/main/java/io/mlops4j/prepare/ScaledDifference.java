package io.mlops4j.prepare;

import io.mlops4j.api.prepare.ColumnMap;

/**
 * How many widths a number lies from an origin.
 *
 * <p>With a width of at least 1 all three are halved, which changes no result, so that the difference of two huge numbers
 * stays finite. With a smaller one it may be infinite only if the result is.
 */
record ScaledDifference(double unit, double origin, double width) implements ColumnMap.Affine {

    static ScaledDifference from(double origin, double width) {
        double unit = unit(width);
        return new ScaledDifference(unit, origin * unit, width * unit);
    }

    static ScaledDifference between(double least, double greatest) {
        if (least == greatest) {
            return from(least, 1);
        }
        double unit = unit(greatest - least);
        return new ScaledDifference(unit, least * unit, greatest * unit - least * unit);
    }

    private static double unit(double width) {
        return width >= 1 ? 0.5 : 1;
    }

    @Override
    public double apply(double value) {
        double result = (value * unit - origin) / width;
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, result));
    }

    @Override
    public double center() {
        return origin / unit; // a power of two, so nothing is rounded
    }

    @Override
    public double slope() {
        return unit / width;
    }
}
