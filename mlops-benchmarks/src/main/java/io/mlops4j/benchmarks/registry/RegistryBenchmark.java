package io.mlops4j.benchmarks.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Scorer;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.benchmarks.Figure;
import io.mlops4j.benchmarks.predict.Census;
import io.mlops4j.benchmarks.predict.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The reading side: a model that is there, and one that is on the disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RegistryBenchmark {

    /** What is printed. */
    public static final List<Figure> FIGURES = List.of(
            new Figure("register", "register", "bare", "registerBare", Figure.PER_SECOND),
            new Figure("alias-cached", "aliasCached", Figure.NONE, "", "ns"),
            new Figure("alias-cached-bytes", "aliasCached", Figure.NONE, "", "B"),
            new Figure("cold-load-linear", "coldLoadLinear", "hash", "coldLoadLinearHash", "us"),
            new Figure("cold-load-linear-limit", "coldLoadLinearLimit", "hash", "coldLoadLinearHash", "us"),
            new Figure("cold-load-xgboost", "coldLoadXgboost", "hash", "coldLoadXgboostHash", "us"),
            new Figure("search-tag-sqlite", "searchTagSqlite", Figure.NONE, "", "ms"),
            new Figure("search-metric-sqlite", "searchMetricSqlite", Figure.NONE, "", "ms"),
            new Figure("search-tag-postgres", "searchTagPostgres", Figure.NONE, "", "ms"),
            new Figure("search-metric-postgres", "searchMetricPostgres", Figure.NONE, "", "ms"));

    /**
     * Measures what is not a JMH benchmark.
     *
     * @return nanoseconds a call
     * @throws Exception if it cannot be measured
     */
    public static Map<String, Double> loops() throws Exception {
        Bundle bundle = new Census().logistic();
        Map<String, Double> all = new HashMap<>(new RegisterLoop(bundle).run());
        all.putAll(new SearchLoop(bundle).run());
        return all;
    }

    private final ScratchFolder folder = new ScratchFolder();
    private final Census census = new Census();
    private final StoredCensus store = new StoredCensus(census.logistic());
    private final ColdLoad linear = new ColdLoad(folder.path(), census.logistic());
    private final ColdLoad xgboost = new ColdLoad(folder.path(), census.xgboost());

    /** Removes what was written. */
    @TearDown
    public void close() {
        store.close();
        folder.close();
    }

    /** Ours: where the alias stands, and the scorer of the version that it names. */
    @Benchmark
    public Scorer<Person> aliasCached() {
        return store.models().alias(StoredCensus.MODEL, Alias.CHAMPION).scorer();
    }

    /** Ours. */
    @Benchmark
    public Predictor<Person, Classification> coldLoadLinear() {
        return linear.open();
    }

    /** Reads and hashes the same bytes. */
    @Benchmark
    public byte[] coldLoadLinearHash() {
        return linear.hash();
    }

    /** Reads, hashes, and has the texts of the four parts parsed, without making anything of them. */
    @Benchmark
    public int coldLoadLinearLimit() {
        return linear.parse();
    }

    /** Ours. */
    @Benchmark
    public Predictor<Person, Classification> coldLoadXgboost() {
        return xgboost.open();
    }

    /** Reads and hashes the same bytes. */
    @Benchmark
    public byte[] coldLoadXgboostHash() {
        return xgboost.hash();
    }
}
