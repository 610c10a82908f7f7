package io.mlops4j.deploy;

import io.mlops4j.api.predict.Prediction;
import org.jspecify.annotations.Nullable;

/** Where an alias stands, as far as a store knows: one reference, which is moved when the next version is ready. */
final class StoredAlias<I, Y extends Prediction> {

    private final String model;
    private final String name;
    private final @Nullable Copies copies;
    private final boolean fromCopy;
    private volatile boolean confirmed;
    private volatile StoredModel<I, Y> target;
    private volatile @Nullable String trouble;

    /**
     * An alias that was found.
     *
     * @param fromCopy whether nobody knows what the registry says of it
     */
    StoredAlias(String model, String name, StoredModel<I, Y> target, @Nullable Copies copies, boolean fromCopy) {
        this.fromCopy = fromCopy;
        this.model = model;
        this.name = name;
        this.target = target;
        this.copies = copies;
    }

    String model() {
        return model;
    }

    String name() {
        return name;
    }

    StoredModel<I, Y> target() {
        return target;
    }

    /** Whether it came from a copy, and the registry has not been asked since. */
    boolean isUnconfirmed() {
        return fromCopy && !confirmed;
    }

    /** Whether its copy is that of a version. */
    boolean hasCopyOf(int version) {
        return copies != null && target.version() == version;
    }

    LastGood.Copy copyInstead(RuntimeException failure) {
        if (copies == null) {
            throw failure;
        }
        return copies.instead(failure);
    }

    /** The next version is ready, or the present one is confirmed. */
    void stands(StoredModel<I, Y> next) {
        target = next;
        confirmed = true;
        trouble = null;
        if (copies != null) {
            copies.keep(next.version());
        }
    }

    /** It stays where it was, because the registry cannot be asked or the next version cannot be loaded. */
    void stays(String why) {
        trouble = model + "@" + name + " stays at v" + target.version() + ": " + why;
    }

    /** Why it may not stand where it should, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }
}
