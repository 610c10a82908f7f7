package io.mlops4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where a number lies in a picture.
 *
 * @param low the number at the beginning
 * @param high the number at the end, larger
 * @param from where the beginning is
 * @param to where the end is
 */
record Scale(double low, double high, double from, double to) {

    /** Widens what has no width, so that it can be drawn. */
    Scale {
        if (!(high > low)) {
            double margin = low == 0 ? 1 : Math.abs(low) * 0.1;
            low -= margin;
            high += margin;
        }
    }

    /** A scale for all finite values, with round ends. */
    static Scale around(DoubleStream values, double from, double to) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        values.filter(Double::isFinite).forEach(value -> {
            ends[0] = Math.min(ends[0], value);
            ends[1] = Math.max(ends[1], value);
        });
        if (ends[0] > ends[1]) {
            return new Scale(0, 1, from, to);
        }
        Scale exact = new Scale(ends[0], ends[1], from, to);
        double step = step(exact.low(), exact.high(), 4);
        return new Scale(Math.floor(exact.low() / step) * step, Math.ceil(exact.high() / step) * step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Where a value lies, or the nearest end if it is outside. */
    double within(double value) {
        return at(Math.max(low, Math.min(high, value)));
    }

    /** About so many round numbers. */
    List<Double> ticks(int about) {
        double step = step(low, high, about);
        List<Double> ticks = new ArrayList<>();
        for (double at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at++) {
            ticks.add(at * step);
        }
        return ticks;
    }

    /** Ticks as text, all with as many digits as their distance needs. */
    String tick(double value, int about) {
        double step = step(low, high, about);
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        if (magnitude >= 1e6 || step < 1e-5) {
            return Numbers.of(Math.abs(value) < step / 1e6 ? 0 : value);
        }
        int decimals = Math.max(0, (int) Math.ceil(-StrictMath.log10(step) - 1e-9));
        String text = Numbers.fixed(value, decimals);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    private static double step(double low, double high, int about) {
        double rough = (high - low) / about;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1.0001 ? 1 : digit <= 2.0001 ? 2 : digit <= 5.0001 ? 5 : 10);
    }
}
