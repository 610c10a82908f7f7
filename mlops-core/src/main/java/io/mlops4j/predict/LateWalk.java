package io.mlops4j.predict;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The walk for the rows that a table does not know, because they have a category that no training row had. It is made when
 * the first such row comes: many models never see one, and to lay it out takes a good part of the time in which a model is
 * opened.
 */
final class LateWalk {

    /** Null when it has done its work, with all that it holds. */
    private @Nullable Supplier<WalkPlan> maker;

    private volatile @Nullable WalkPlan made;

    LateWalk(Supplier<WalkPlan> maker) {
        this.maker = maker;
    }

    WalkPlan get() {
        WalkPlan present = made;
        return present == null ? make() : present;
    }

    private synchronized WalkPlan make() {
        WalkPlan present = made;
        if (present == null) {
            present = Objects.requireNonNull(maker).get();
            made = present;
            maker = null;
        }
        return present;
    }
}
