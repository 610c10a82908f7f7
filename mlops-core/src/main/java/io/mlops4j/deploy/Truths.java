package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.PredictionId;
import io.mlops4j.watch.OutcomeListener;
import io.mlops4j.watch.Watched.Listening;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins truths with the answers they are about, whenever and however often they come, and tells who wants to know. */
final class Truths {

    private static final Logger LOG = LoggerFactory.getLogger(Truths.class);
    private static final int STRIPES = 16;

    private final Memory memory;
    private final long longestMillis;
    private final LongSupplier nowMillis;
    private final long startMillis;
    private final Map<Feedback, LongAdder> counts = new EnumMap<>(Feedback.class);
    private final List<OutcomeListener> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder listenerFailures = new LongAdder();
    /** Truths of one answer come one after the other, through its listeners too. */
    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    Truths(Memory memory, Duration longest, LongSupplier nowMillis) {
        this.memory = memory;
        this.longestMillis = longest.toMillis();
        this.nowMillis = nowMillis;
        this.startMillis = nowMillis.getAsLong();
        for (Feedback kind : Feedback.values()) {
            counts.put(kind, new LongAdder());
        }
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    private record Joined(Feedback kind, int version, double error, double previousError) {

        static Joined nothing(Feedback kind) {
            return new Joined(kind, 0, Double.NaN, Double.NaN);
        }
    }

    Feedback tell(long id, TruthMeasure measure) {
        ReentrantLock stripe = stripes[(int) (((id >>> Lane.BITS) ^ id) & (STRIPES - 1))];
        stripe.lock();
        try {
            Joined joined = join(id, measure);
            count(joined.kind());
            if (joined.version() > 0 && !Double.isNaN(joined.error())) {
                listeners.forEach(listener -> tell(listener, id, joined));
            }
            return joined.kind();
        } finally {
            stripe.unlock();
        }
    }

    private void count(Feedback kind) {
        LongAdder count = counts.get(kind);
        if (count != null) {
            count.increment();
        }
    }

    private Joined join(long id, TruthMeasure measure) {
        if (id <= 0) {
            return Joined.nothing(Feedback.UNKNOWN);
        }
        long age = nowMillis.getAsLong() - PredictionId.at(id).toEpochMilli();
        boolean mayBeOurs = PredictionId.at(id).toEpochMilli() >= startMillis;
        if (mayBeOurs && age > longestMillis) {
            return Joined.nothing(Feedback.EXPIRED);
        }
        Joined joined = memory.find(id, (chunk, at) -> join(chunk, at, measure));
        if (joined != null) {
            return joined;
        }
        return Joined.nothing(mayBeOurs && memory.mayHaveDropped(id) ? Feedback.EXPIRED : Feedback.UNKNOWN);
    }

    private static Joined join(Chunk chunk, int at, TruthMeasure measure) {
        int version = chunk.version(at);
        long truth = measure.encode(version);
        double error = measure.error(chunk.predicted(at), truth);
        if (!chunk.isTold(at)) {
            chunk.tell(at, truth);
            return new Joined(Feedback.JOINED, version, error, Double.NaN);
        }
        long before = chunk.truth(at);
        if (before == truth) {
            return Joined.nothing(Feedback.DUPLICATE);
        }
        chunk.tell(at, truth);
        return new Joined(Feedback.CORRECTED, version, error, measure.error(chunk.predicted(at), before));
    }

    private void tell(OutcomeListener listener, long id, Joined joined) {
        try {
            listener.outcome(id, joined.version(), joined.error(), joined.previousError());
        } catch (RuntimeException e) {
            listenerFailures.increment();
            if (listenerFailures.sum() == 1) {
                LOG.warn("A listener threw on an outcome; later failures are only counted", e);
            }
        }
    }

    Listening listen(OutcomeListener listener) {
        // one of its own, so that somebody who listens twice ends each by itself
        OutcomeListener own =
                (id, version, error, previousError) -> listener.outcome(id, version, error, previousError);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    Map<Feedback, Long> counts() {
        Map<Feedback, Long> all = new EnumMap<>(Feedback.class);
        counts.forEach((kind, count) -> all.put(kind, count.sum()));
        return all;
    }
}
