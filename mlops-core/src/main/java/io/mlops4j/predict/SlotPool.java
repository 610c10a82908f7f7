package io.mlops4j.predict;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Lends objects, usually one a thread. A slot is chosen by the thread's number; an object that is out leaves it empty, so
 * that a second borrower, on another thread or further down the same stack, gets one of its own. Nothing is tied to a
 * thread, so nothing outlives this pool, and any number of virtual threads share a few slots.
 */
final class SlotPool<T> {

    /** So many references lie between slots that two never share a cache line, nor a pair of them. */
    private static final int PADDING = 32;

    private final Supplier<? extends T> maker;
    private final AtomicReferenceArray<T> slots;
    private final int mask;

    SlotPool(Supplier<? extends T> maker) {
        this(maker, Runtime.getRuntime().availableProcessors() * 4);
    }

    SlotPool(Supplier<? extends T> maker, int slots) {
        this.maker = maker;
        int size = Integer.highestOneBit(Math.max(1, slots - 1)) * 2;
        this.mask = size - 1;
        this.slots = new AtomicReferenceArray<>((size + 1) * PADDING);
    }

    /** The slot of the current thread, for {@link #take} and {@link #give}. */
    int slot() {
        return (((int) Thread.currentThread().getId() & mask) + 1) * PADDING;
    }

    T take(int slot) {
        T lent = slots.getAndSet(slot, null);
        return lent != null ? lent : maker.get();
    }

    void give(int slot, T returned) {
        slots.setRelease(slot, returned);
    }
}
