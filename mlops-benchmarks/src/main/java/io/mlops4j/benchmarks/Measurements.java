package io.mlops4j.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;

/** What was measured of each benchmark, in all rounds together. */
final class Measurements {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, List<Double>> nanoseconds = new HashMap<>();
    private final Map<String, List<Double>> bytes = new HashMap<>();
    private final Map<String, Integer> threads = new HashMap<>();

    /** Takes what JMH measured in one round. */
    void add(Collection<RunResult> round) {
        for (RunResult result : round) {
            String name = result.getPrimaryResult().getLabel();
            threads.put(name, result.getParams().getThreads());
            result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .forEach(iteration ->
                            add(nanoseconds, name, iteration.getPrimaryResult().getScore()));
            result.getSecondaryResults().forEach((label, value) -> {
                if (label.endsWith(ALLOCATED)) {
                    add(bytes, name, value.getScore());
                }
            });
        }
    }

    /** Takes what one loop measured: nanoseconds a call. */
    void add(Map<String, Double> loops) {
        loops.forEach((name, took) -> {
            threads.put(name, 1);
            add(nanoseconds, name, took);
        });
    }

    /** The line of a figure. */
    String line(Figure figure) {
        double theirs = figure.peer().equals(Figure.NONE) ? Double.NaN : in(figure.unit(), figure.theirs());
        return figure.line(in(figure.unit(), figure.ours()), theirs);
    }

    private double in(String unit, String benchmark) {
        return switch (unit) {
            case "B" -> {
                double median = median(bytes, benchmark);
                // less than a tenth of a byte a call is the harness's own
                yield median < 0.1 ? 0 : median;
            }
            case "ms" -> median(nanoseconds, benchmark) * 1e-6;
            case "us" -> median(nanoseconds, benchmark) * 1e-3;
            case Figure.PER_SECOND -> known(threads, benchmark) * 1e9 / median(nanoseconds, benchmark);
            default -> median(nanoseconds, benchmark);
        };
    }

    private static void add(Map<String, List<Double>> values, String benchmark, double value) {
        values.computeIfAbsent(benchmark, name -> new ArrayList<>()).add(value);
    }

    private static double median(Map<String, List<Double>> values, String benchmark) {
        return Medians.of(known(values, benchmark).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static <T> T known(Map<String, T> values, String benchmark) {
        return Objects.requireNonNull(values.get(benchmark), benchmark);
    }
}
