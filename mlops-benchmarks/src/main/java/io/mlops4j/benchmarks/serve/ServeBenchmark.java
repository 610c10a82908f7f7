package io.mlops4j.benchmarks.serve;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.benchmarks.Figure;
import io.mlops4j.benchmarks.predict.Census;
import io.mlops4j.benchmarks.predict.Person;
import io.mlops4j.deploy.WatchedRows;
import io.mlops4j.watch.WindowFindings;
import io.mlops4j.watch.WindowJudge;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** Rows of UCI Adult, answered by a deployment and by the bare model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServeBenchmark {

    /** What is printed. */
    public static final List<Figure> FIGURES = List.of(
            new Figure("served", "served", "bare", "bare", "ns"),
            new Figure("served-bytes", "served", Figure.NONE, "", "B"),
            new Figure("served-2", "servedByTwo", "served", "served", Figure.PER_SECOND),
            new Figure("monitor", "monitor", "micrometer", "micrometer", "ns"),
            new Figure("monitor-bytes", "monitor", Figure.NONE, "", "B"),
            new Figure("monitor-2", "monitorByTwo", "monitor", "monitor", "ns"),
            new Figure("drift-check", "driftCheck", Figure.NONE, "", "ms"));

    /** So many rows are watched again and again: few enough to stay in the cache, as a row does that was just answered. */
    private static final int WATCHED = 64;

    private final Census census = new Census();
    private final Person[] people = census.people();
    private final Predictor<Person, Classification> bare = census.open(census.logistic());
    private final LiveCensus live = new LiveCensus(census.logistic());
    private final Deployment<Person, Classification> deployment = live.deployment();
    private final WatchedRows<Person> watched =
            new WatchedRows<>(census.logistic(), Census.ROWS, List.of(people).subList(0, WATCHED));
    private final MicrometerPeer micrometer = new MicrometerPeer();
    private final WindowJudge judge = new WindowJudge();

    /** Where a thread is in the rows. */
    @State(Scope.Thread)
    public static class Cursor {

        private int next;

        int next() {
            return ++next;
        }
    }

    /** Sees to it that both sides give the same answers, and that there is something to judge. */
    @Setup
    public void compare() {
        for (int i = 0; i < people.length; i++) {
            if (!deployment.predict(people[i]).answer().equals(bare.predict(people[i]))) {
                throw new IllegalStateException("The sides differ on " + people[i] + ".");
            }
            watched.watch(i, i);
        }
    }

    /** Releases what is native. */
    @TearDown
    public void close() {
        live.close();
        bare.close();
        micrometer.close();
    }

    private Person person(Cursor cursor) {
        return people[cursor.next() & (Census.PEOPLE - 1)];
    }

    /** Ours. */
    @Benchmark
    public Served<Classification> served(Cursor cursor) {
        return deployment.predict(person(cursor));
    }

    /** Ours, by two threads at once. */
    @Benchmark
    @Threads(2)
    public Served<Classification> servedByTwo(Cursor cursor) {
        return deployment.predict(person(cursor));
    }

    /** The same model without a deployment. */
    @Benchmark
    public Classification bare(Cursor cursor) {
        return bare.predict(person(cursor));
    }

    /** Ours: a lane, 14 columns, score, class, latency. */
    @Benchmark
    public void monitor(Cursor cursor) {
        int at = cursor.next();
        watched.watch(at, at & 1023);
    }

    /** Ours, by two threads at once. */
    @Benchmark
    @Threads(2)
    public void monitorByTwo(Cursor cursor) {
        int at = cursor.next();
        watched.watch(at, at & 1023);
    }

    /** Micrometer with a registry for Prometheus. */
    @Benchmark
    public void micrometer(Cursor cursor) {
        int at = cursor.next();
        micrometer.watch(people[at & (WATCHED - 1)], (at & 127) / 128.0, at & 1023);
    }

    /** Ours: the counts of all threads, and what they say of 14 columns, score and class. */
    @Benchmark
    public WindowFindings driftCheck() {
        return judge.judge(watched.bins(), watched.counts(), new Quality(0, 0, Double.NaN), List.of());
    }
}
