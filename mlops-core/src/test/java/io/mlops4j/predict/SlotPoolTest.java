package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlotPoolTest {

    @Test
    void lendsTheSameObjectAgainAfterItCameBack() {
        SlotPool<Object> pool = new SlotPool<>(Object::new);
        int slot = pool.slot();
        Object first = pool.take(slot);
        pool.give(slot, first);

        assertThat(pool.take(slot)).isSameAs(first);
    }

    @Test
    void lendsAnotherObjectToASecondBorrowerOfTheSameSlot() {
        SlotPool<Object> pool = new SlotPool<>(Object::new);
        int slot = pool.slot();

        assertThat(pool.take(slot)).isNotSameAs(pool.take(slot));
    }

    @Test
    void neverLendsAnObjectTwiceAtOnceHoweverFewSlotsThereAre() throws Exception {
        SlotPool<AtomicInteger> pool = new SlotPool<>(AtomicInteger::new, 1);
        Callable<Integer> borrower = () -> {
            int most = 0;
            for (int i = 0; i < 20_000; i++) {
                int slot = pool.slot();
                AtomicInteger users = pool.take(slot);
                most = Math.max(most, users.incrementAndGet());
                users.decrementAndGet();
                pool.give(slot, users);
            }
            return most;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> most = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                most.add(threads.submit(borrower));
            }
            for (Future<Integer> found : most) {
                assertThat(found.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
