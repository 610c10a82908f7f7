package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private final AtomicInteger releases = new AtomicInteger();
    private final Leases leases = new Leases(releases::incrementAndGet);

    @Test
    void withoutACallClosingReleasesAtOnceAndOnlyOnce() {
        leases.close();
        leases.close();
        leases.await();

        assertThat(releases).hasValue(1);
        assertThat(leases.enter()).isFalse();
    }

    @Test
    @Tag("F18")
    void theLastCallReleases() {
        assertThat(leases.enter()).isTrue();
        assertThat(leases.enter()).isTrue();

        leases.close();
        assertThat(leases.enter()).isFalse();
        leases.leave();
        assertThat(releases).hasValue(0);
        leases.leave();

        assertThat(releases).hasValue(1);
    }

    @Test
    @Tag("F18")
    void nothingIsReleasedUnderACallHoweverManyThreadsThereAre() throws Exception {
        for (int round = 0; round < 200; round++) {
            AtomicInteger released = new AtomicInteger();
            AtomicInteger tooEarly = new AtomicInteger();
            Leases contended = new Leases(released::incrementAndGet);
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> ends = new ArrayList<>();
                for (int thread = 0; thread < 2; thread++) {
                    ends.add(threads.submit(() -> {
                        while (contended.enter()) {
                            tooEarly.addAndGet(released.get());
                            contended.leave();
                        }
                    }));
                }
                ends.add(threads.submit(contended::close));
                for (Future<?> end : ends) {
                    end.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(tooEarly).hasValue(0);
            assertThat(released).hasValue(1);
        }
    }
}
