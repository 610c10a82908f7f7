package io.mlops4j.deploy;

import io.mlops4j.api.deploy.PredictionId;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lends lanes. A thread tries the few that are always there, beginning with one that its number chooses; if all of them are
 * out, because more calls are under way, it gets one more, which is used again later. None is ever lost, whoever borrows it:
 * another thread, a call within a call, or any number of virtual threads.
 */
final class Lanes {

    private static final int MOST_HOME = 256;

    private final Lane[] home;
    private final ConcurrentLinkedQueue<Lane> spare = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made;
    private final AtomicLong shared = new AtomicLong();
    private final Collection<Lane> all = new ConcurrentLinkedQueue<>();
    /** Every number from now on is at least this. */
    private final AtomicLong floor = new AtomicLong();

    Lanes() {
        this(Runtime.getRuntime().availableProcessors() * 4);
    }

    Lanes(int homes) {
        int size = Integer.highestOneBit(Math.min(MOST_HOME, Math.max(2, homes)) - 1) * 2;
        home = new Lane[size];
        for (int i = 0; i < size; i++) {
            home[i] = new Lane(i, null);
            all.add(home[i]);
        }
        made = new AtomicInteger(size);
    }

    Lane take() {
        int first = (int) Thread.currentThread().getId();
        for (int i = 0; i < home.length; i++) {
            Lane lane = home[(first + i) & (home.length - 1)];
            if (lane.tryTake()) {
                return lane;
            }
        }
        Lane lane = spare.poll();
        return lane == null ? more() : lane;
    }

    private Lane more() {
        int number = made.getAndIncrement();
        @Nullable AtomicLong ids = number < Lane.LAST ? null : shared;
        Lane lane = new Lane(number, ids);
        all.add(lane);
        return lane;
    }

    void give(Lane lane) {
        if (lane.number < home.length) {
            lane.release();
        } else {
            spare.add(lane);
        }
    }

    /** A number for a prediction of a lane. */
    long nextId(Lane lane, long firstOfMillisecond) {
        return lane.nextId(Math.max(firstOfMillisecond, floor.get()));
    }

    /**
     * A mark among the numbers: whatever was given so far is at most this, whatever will be is more.
     *
     * @param firstOfMillisecond the first number of the present millisecond
     */
    long mark(long firstOfMillisecond) {
        long last = all.stream().mapToLong(Lane::lastId).max().orElse(0);
        if (last == 0) {
            return 0;
        }
        // numbers that are just being given may be of this millisecond: they shall count as given
        long next = nextMillisecond(Math.max(last, firstOfMillisecond));
        return floor.accumulateAndGet(next, Math::max) - 1;
    }

    private static long nextMillisecond(long id) {
        return ((id >>> PredictionId.LOW_BITS) + 1) << PredictionId.LOW_BITS;
    }

    /** How many there are. */
    int size() {
        return made.get();
    }
}
