package io.mlops4j.benchmarks;

import io.mlops4j.benchmarks.predict.PredictBenchmark;
import io.mlops4j.benchmarks.registry.RegistryBenchmark;
import io.mlops4j.benchmarks.serve.ServeBenchmark;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of one name with JMH, and prints one JSON line for each figure. */
public final class Measure {

    private static final Callable<Map<String, Double>> NOTHING = Map::of;

    private static final Map<String, Suite> SUITES = Map.of(
            "predict", new Suite(PredictBenchmark.class, PredictBenchmark.FIGURES, NOTHING),
            "registry", new Suite(RegistryBenchmark.class, RegistryBenchmark.FIGURES, RegistryBenchmark::loops),
            "serve", new Suite(ServeBenchmark.class, ServeBenchmark.FIGURES, NOTHING));
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /**
     * What is measured together.
     *
     * @param loops measures what JMH does not fit, such as a disk: nanoseconds a call
     */
    private record Suite(Class<?> benchmark, List<Figure> figures, Callable<Map<String, Double>> loops) {}

    private Measure() {}

    /**
     * Measures.
     *
     * @param arguments a name, then {@code --quick} or nothing
     * @throws Exception if something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        Suite suite = arguments.length == 0 ? null : SUITES.get(arguments[0]);
        if (suite == null) {
            System.err.println("usage: run NAME [--quick], NAME one of "
                    + SUITES.keySet().stream().sorted().toList());
            System.exit(2);
            return;
        }
        boolean quick = List.of(arguments).contains("--quick");
        PrintStream figures = System.out;
        System.setOut(System.err); // JMH's own report
        Collection<RunResult> results =
                new Runner(options(suite.benchmark(), quick).build()).run();
        print(suite.figures(), results, suite.loops().call(), figures);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, boolean quick) {
        return new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .addProfiler(GCProfiler.class)
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 4 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 15 : 20)
                .measurementTime(quick ? TimeValue.milliseconds(300) : TimeValue.milliseconds(500))
                .timeUnit(TimeUnit.NANOSECONDS)
                .jvmArgsAppend("-Xmx2g", "-XX:+UseParallelGC")
                .resultFormat(ResultFormatType.JSON)
                .result("mlops-benchmarks/target/" + benchmark.getSimpleName() + ".json");
    }

    private static void print(
            List<Figure> figures, Collection<RunResult> results, Map<String, Double> loops, PrintStream out) {
        Map<String, Double> nanoseconds = new HashMap<>(loops);
        Map<String, Double> bytes = new HashMap<>();
        Map<String, Double> perSecond = new HashMap<>();
        loops.forEach((name, took) -> perSecond.put(name, 1e9 / took));
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            double took = median(result);
            nanoseconds.put(name, took);
            perSecond.put(name, result.getParams().getThreads() * 1e9 / took);
            result.getSecondaryResults().forEach((label, value) -> {
                if (label.endsWith(ALLOCATED)) {
                    bytes.put(name, value.getScore());
                }
            });
        }
        for (Figure figure : figures) {
            Map<String, Double> values = switch (figure.unit()) {
                case "B" -> bytes;
                case Figure.PER_SECOND -> perSecond;
                default -> nanoseconds;
            };
            double scale = switch (figure.unit()) {
                case "ms" -> 1e-6;
                case "us" -> 1e-3;
                default -> 1;
            };
            double theirs = figure.peer().equals(Figure.NONE) ? Double.NaN : value(values, figure.theirs()) * scale;
            // less than a tenth of a byte a call is the harness's own
            double ours = value(values, figure.ours()) * scale;
            out.println(figure.line(figure.unit().equals("B") && ours < 0.1 ? 0 : ours, theirs));
        }
        out.flush();
    }

    private static double median(RunResult result) {
        return Medians.of(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }

    private static double value(Map<String, Double> values, String benchmark) {
        return Objects.requireNonNull(values.get(benchmark), benchmark);
    }
}
