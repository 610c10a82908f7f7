package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Rollout;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are for the challenger. Nothing is drawn: the bits of a prediction's number, or of the key, are mixed, so that
 * a route can be computed again, and a key has the same one in every process.
 */
final class Traffic {

    /** No row is for a challenger. */
    static final Traffic NONE = new Traffic(0, false, 0);

    /** So many bits of a mixed number are compared. */
    private static final int BITS = 53;

    private final long threshold;
    private final boolean byKey;
    private final long salt;

    private Traffic(long threshold, boolean byKey, long salt) {
        this.threshold = threshold;
        this.byKey = byKey;
        this.salt = salt;
    }

    /**
     * The rows of a canary.
     *
     * @param model the name of the model
     * @param version the challenger; another one gets other keys, so that no customer is always the first to suffer
     */
    static Traffic of(Rollout.Canary canary, String model, int version) {
        long threshold = (long) (canary.share().share() * (1L << BITS));
        return new Traffic(threshold, canary.byKey(), mix(model.hashCode() * 31L + version));
    }

    boolean toChallenger(long id, @Nullable String key) {
        if (threshold == 0) {
            return false;
        }
        // the hash of a string is the same everywhere: its formula is part of its specification
        long chosen = byKey && key != null ? salt ^ key.hashCode() : id;
        return mix(chosen) >>> (Long.SIZE - BITS) < threshold;
    }

    /** The finalizer of SplitMix64: neighbours become far apart. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
