package io.mlops4j.benchmarks;

import java.util.Locale;

/**
 * A figure to print: which benchmark methods it comes from, and what it is called.
 *
 * @param bench what is measured
 * @param ours the benchmark method that measures us
 * @param peer the peer, or {@code none}
 * @param theirs the benchmark method that measures the peer, or empty
 * @param unit ns, us or ms a call, B for the bytes allocated a call, or 1/s for the calls of all threads in a second
 */
public record Figure(String bench, String ours, String peer, String theirs, String unit) {

    /** The unit of a throughput. */
    public static final String PER_SECOND = "1/s";

    /** The name of a missing peer. */
    public static final String NONE = "none";

    String line(double ourValue, double theirValue) {
        boolean alone = peer.equals(NONE);
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"%s\",\"ours\":%s,\"peer\":\"%s\",\"theirs\":%s,\"unit\":\"%s\",\"ratio\":%s}",
                bench,
                number(ourValue),
                peer,
                alone ? "null" : number(theirValue),
                unit,
                alone ? "null" : number(more() ? ourValue / theirValue : theirValue / ourValue));
    }

    /** Whether more is better. */
    private boolean more() {
        return unit.equals(PER_SECOND);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.2f" : "%.4f", value);
    }
}
