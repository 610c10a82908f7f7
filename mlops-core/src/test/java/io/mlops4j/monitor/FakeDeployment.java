package io.mlops4j.monitor;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.deploy.PredictionId;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.testkit.FixedClock;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.OutcomeListener;
import io.mlops4j.watch.ReferenceBins;
import io.mlops4j.watch.Watched;
import io.mlops4j.watch.WatchedRows;
import io.mlops4j.watch.WatchedVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts and numbers answers as a deployment does, in one thread. */
final class FakeDeployment implements Watched {

    final List<String> rollbacks = new ArrayList<>();

    private record Known(int version, double error) {}

    private final FixedClock clock;
    private final ReferenceBins reference;
    private final List<OutcomeListener> listeners = new ArrayList<>();
    private final Map<Long, Known> answers = new HashMap<>();
    private WatchedVersion champion;
    private Counts counts;
    private long latest;

    FakeDeployment(FixedClock clock, ReferenceBins reference) {
        this.clock = clock;
        this.reference = reference;
        live(1);
    }

    void live(int version) {
        counts = Counts.none(reference);
        champion = new WatchedVersion(version, reference, clock.instant(), () -> counts);
    }

    /** Answers rows; those without a score fail. */
    List<Long> serve(Dataset rows, double... scores) {
        counts = Counts.sum(List.of(counts, WatchedRows.counts(reference, rows, scores)));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            latest = Math.max(latest + 1, PredictionId.first(clock.instant().toEpochMilli()));
            answers.put(latest, new Known(champion.version(), Double.NaN));
            ids.add(latest);
        }
        return ids;
    }

    /** Tells of a truth, as a deployment does: nothing of what is unknown or the same as before. */
    void outcome(long id, double error) {
        Known before = answers.get(id);
        if (before != null && before.error() != error) {
            answers.put(id, new Known(before.version(), error));
            listeners.forEach(listener -> listener.outcome(id, before.version(), error, before.error()));
        }
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public String model() {
        return "survival";
    }

    @Override
    public WatchedVersion champion() {
        return champion;
    }

    @Override
    public long latestId() {
        return latest;
    }

    @Override
    public Listening listen(OutcomeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void rollback(int version, String reason) {
        if (version != champion.version()) {
            throw new ConflictException(
                    "version " + champion.version() + " is the champion by now.", "v" + champion.version());
        }
        rollbacks.add("v" + version + " " + reason);
    }
}
