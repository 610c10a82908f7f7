package io.mlops4j.predict;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The walk for the rows that a table does not know. It is made when the first such row comes: to most models none ever does,
 * and to lay it out takes a good part of the time in which a model is loaded.
 */
final class LateWalk {

    private final Supplier<WalkPlan> maker;
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
            present = maker.get();
            made = present;
        }
        return present;
    }
}
