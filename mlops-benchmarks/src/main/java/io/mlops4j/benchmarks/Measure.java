package io.mlops4j.benchmarks;

import io.mlops4j.benchmarks.predict.PredictBenchmark;
import io.mlops4j.benchmarks.registry.RegistryBenchmark;
import io.mlops4j.benchmarks.serve.ServeBenchmark;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of one name with JMH, and prints one JSON line for each figure. */
public final class Measure {

    private static final Callable<Map<String, Double>> NOTHING = Map::of;

    private static final Map<String, Suite> SUITES = Map.of(
            "predict", new Suite(PredictBenchmark.class, PredictBenchmark.FIGURES, 3, NOTHING),
            "registry", new Suite(RegistryBenchmark.class, RegistryBenchmark.FIGURES, 8, RegistryBenchmark::loops),
            "serve", new Suite(ServeBenchmark.class, ServeBenchmark.FIGURES, 3, NOTHING));

    /** Each runs every JMH benchmark once, in a JVM of its own: what disturbs the machine for a while disturbs both sides. */
    private static final int ROUNDS = 3;

    private static final int QUICK_ROUNDS = 2;

    /**
     * What is measured together.
     *
     * @param warmup seconds until the compiler is done with it: what runs through more code takes longer
     * @param loops measures what JMH does not fit, such as a disk: nanoseconds a call
     */
    private record Suite(Class<?> benchmark, List<Figure> figures, int warmup, Callable<Map<String, Double>> loops) {}

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
        Measurements measurements = new Measurements();
        for (int round = 0; round < (quick ? QUICK_ROUNDS : ROUNDS); round++) {
            measurements.add(new Runner(options(suite, quick).build()).run());
        }
        measurements.add(suite.loops().call());
        suite.figures().forEach(figure -> figures.println(measurements.line(figure)));
        figures.flush();
    }

    private static ChainedOptionsBuilder options(Suite suite, boolean quick) {
        return new OptionsBuilder()
                .include("\\." + suite.benchmark().getSimpleName() + "\\.")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(quick ? suite.warmup() : suite.warmup() + 2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 8 : 20)
                .measurementTime(quick ? TimeValue.milliseconds(300) : TimeValue.milliseconds(500))
                .timeUnit(TimeUnit.NANOSECONDS)
                .jvmArgsAppend("-Xmx2g", "-XX:+UseParallelGC");
    }
}
