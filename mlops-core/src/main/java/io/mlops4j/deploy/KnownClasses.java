package io.mlops4j.deploy;

import io.mlops4j.api.predict.Classes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes of every version that was live here: truths may come when a version is gone. */
final class KnownClasses {

    private final Map<Integer, Optional<Classes>> byVersion = new ConcurrentHashMap<>();
    private volatile int latest;

    void add(int version, Optional<Classes> classes) {
        byVersion.put(version, classes);
        latest = version;
    }

    /** The classes of a version, or of the latest one if it was none; null if it gives numbers. */
    @Nullable
    Classes of(int version) {
        Optional<Classes> own = byVersion.get(version);
        return (own == null ? byVersion.getOrDefault(latest, Optional.empty()) : own).orElse(null);
    }

    /** Refuses a truth that no version could give. */
    void requireSome(TruthMeasure truth) {
        IllegalArgumentException refusal = null;
        for (int version : byVersion.keySet()) {
            try {
                truth.encode(version);
                return;
            } catch (IllegalArgumentException e) {
                refusal = e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
    }
}
