package io.mlops4j.registry;

import io.mlops4j.api.registry.ModelVersion;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What versions are found by: terms with a text, metrics with a number. Says nothing that the versions do not say too. */
final class SearchIndex {

    static final String RUN = "run";
    static final String COMMIT = "commit";
    static final String TRAINING_DATA = "training_data";

    private final Handle handle;

    SearchIndex(Handle handle) {
        this.handle = handle;
    }

    /** No tag can be named so that it is taken for something else. */
    static String tag(String name) {
        return "tag:" + name;
    }

    void insert(StoredVersion stored) {
        insertTerms(stored);
        Map<String, Double> metrics = metrics(stored.version());
        if (!metrics.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO mlops_version_metric (sequence, metric, value)"
                    + " VALUES (:sequence, :metric, :value)");
            metrics.forEach((metric, value) -> batch.bind("sequence", stored.sequence())
                    .bind("metric", metric)
                    .bind("value", value)
                    .add());
            batch.execute();
        }
    }

    void updateTerms(StoredVersion stored) {
        if (!terms(stored.version()).equals(storedTerms(stored.sequence()))) {
            handle.createUpdate("DELETE FROM mlops_version_term WHERE sequence = :sequence")
                    .bind("sequence", stored.sequence())
                    .execute();
            insertTerms(stored);
        }
    }

    private void insertTerms(StoredVersion stored) {
        Map<String, String> terms = terms(stored.version());
        if (!terms.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO mlops_version_term (sequence, term, value) VALUES (:sequence, :term, :value)");
            terms.forEach((term, value) -> batch.bind("sequence", stored.sequence())
                    .bind("term", term)
                    .bind("value", value)
                    .add());
            batch.execute();
        }
    }

    boolean agreesWith(StoredVersion stored) {
        return terms(stored.version()).equals(storedTerms(stored.sequence()))
                && metrics(stored.version()).equals(storedMetrics(stored.sequence()));
    }

    private static Map<String, String> terms(ModelVersion version) {
        Map<String, String> terms = new HashMap<>();
        version.tags().forEach((name, value) -> terms.put(tag(name), value));
        version.origin().run().ifPresent(run -> terms.put(RUN, run));
        version.origin().commit().ifPresent(commit -> terms.put(COMMIT, commit));
        version.facts().trainingData().ifPresent(data -> terms.put(TRAINING_DATA, data));
        return terms;
    }

    private static Map<String, Double> metrics(ModelVersion version) {
        Map<String, Double> metrics = new HashMap<>();
        version.facts().metrics().forEach((metric, value) -> {
            if (!value.isNaN()) {
                // a zero below zero is not less than zero
                metrics.put(FactsJson.metric(metric), value + 0.0);
            }
        });
        return metrics;
    }

    private Map<String, String> storedTerms(long sequence) {
        Map<String, String> terms = new HashMap<>();
        handle.createQuery("SELECT term, value FROM mlops_version_term WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map((row, context) -> terms.put(row.getString("term"), row.getString("value")))
                .list();
        return terms;
    }

    private Map<String, Double> storedMetrics(long sequence) {
        Map<String, Double> metrics = new HashMap<>();
        handle.createQuery("SELECT metric, value FROM mlops_version_metric WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map((row, context) -> metrics.put(row.getString("metric"), row.getDouble("value")))
                .list();
        return metrics;
    }

    /** Whether it speaks of versions that are not there. */
    boolean hasOrphans() {
        return handle.createQuery("SELECT 1 FROM (SELECT sequence FROM mlops_version_term UNION"
                        + " SELECT sequence FROM mlops_version_metric) AS known WHERE NOT EXISTS"
                        + " (SELECT 1 FROM mlops_version v WHERE v.sequence = known.sequence) LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
