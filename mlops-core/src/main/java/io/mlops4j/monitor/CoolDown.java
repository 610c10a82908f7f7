package io.mlops4j.monitor;

import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets a broken limit act once, and not again until it has cooled down. Used by one thread at a time. */
final class CoolDown {

    private final Duration time;
    private final Map<Limit, Instant> acted = new HashMap<>();

    CoolDown(Duration time) {
        this.time = time;
    }

    /** The breaches that may act now; they are taken to do so. */
    List<Breach> take(List<Breach> broken, Instant now) {
        List<Breach> ready = broken.stream()
                .filter(breach -> {
                    Instant last = acted.get(breach.limit());
                    return last == null || !now.isBefore(last.plus(time));
                })
                .toList();
        ready.forEach(breach -> acted.put(breach.limit(), now));
        return ready;
    }
}
