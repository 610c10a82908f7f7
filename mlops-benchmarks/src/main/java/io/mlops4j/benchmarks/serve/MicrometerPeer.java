package io.mlops4j.benchmarks.serve;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.mlops4j.benchmarks.predict.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same series as a user of Micrometer would have them: a summary with nine bounds for each number, score and latency, a
 * counter for each category.
 */
final class MicrometerPeer {

    private static final int BOUNDS = 9;
    private static final int COUNTERS = 8;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DistributionSummary age = summary("age", 10);
    private final DistributionSummary weight = summary("fnlwgt", 50_000);
    private final DistributionSummary education = summary("education_num", 2);
    private final DistributionSummary gain = summary("capital_gain", 1000);
    private final DistributionSummary loss = summary("capital_loss", 300);
    private final DistributionSummary hours = summary("hours_per_week", 10);
    private final DistributionSummary score = summary("score", 0.1);
    private final DistributionSummary latency = summary("latency", 200);
    private final List<Counter> counters = new ArrayList<>();

    MicrometerPeer() {
        for (int i = 0; i < COUNTERS; i++) {
            counters.add(Counter.builder("category").tag("column", "c" + i).register(registry));
        }
    }

    private DistributionSummary summary(String name, double width) {
        double[] bounds =
                IntStream.rangeClosed(1, BOUNDS).mapToDouble(i -> i * width).toArray();
        return DistributionSummary.builder(name).serviceLevelObjectives(bounds).register(registry);
    }

    void watch(Person person, double probability, long nanoseconds) {
        age.record(person.age());
        weight.record(person.fnlwgt());
        education.record(person.educationNum());
        gain.record(person.capitalGain());
        loss.record(person.capitalLoss());
        hours.record(person.hoursPerWeek());
        score.record(probability);
        latency.record((double) nanoseconds);
        for (int i = 0; i < COUNTERS; i++) {
            counters.get(i).increment();
        }
    }

    void close() {
        registry.close();
    }
}
