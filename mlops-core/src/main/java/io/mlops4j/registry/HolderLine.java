package io.mlops4j.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The versions that an alias can go back to: each move to a version adds it at the end, a rollback cuts the line behind the
 * version that it goes back to, and a removal leaves the line as it is. So a rollback never comes forward again to what was
 * rolled back from, however often it is repeated.
 */
final class HolderLine {

    private final List<Integer> holders = new ArrayList<>();
    private boolean removed;

    /** A move on purpose. */
    void move(OptionalInt to) {
        to.ifPresent(holders::add);
        removed = to.isEmpty();
    }

    /** A move back, as {@link #target} gave it. */
    void rollback(int to) {
        holders.subList(holders.lastIndexOf(to) + 1, holders.size()).clear();
        removed = false;
    }

    /** The last holder before the present one, or the last one at all if the alias was removed, that may go live. */
    OptionalInt target(IntPredicate mayGoLive) {
        int present = removed || holders.isEmpty() ? -1 : holders.get(holders.size() - 1);
        for (int i = holders.size() - (removed ? 1 : 2); i >= 0; i--) {
            int holder = holders.get(i);
            if (holder != present && mayGoLive.test(holder)) {
                return OptionalInt.of(holder);
            }
        }
        return OptionalInt.empty();
    }
}
