package io.mlops4j.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing in several threads at once. */
final class Concurrently {

    private Concurrently() {}

    /** The results of all threads, which start together. */
    static <T> List<T> call(int threads, Callable<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            Callable<T> together = () -> {
                start.await();
                return task.call();
            };
            for (Future<T> future : executor.invokeAll(Collections.nCopies(threads, together))) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
