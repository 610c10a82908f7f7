package io.mlops4j.examples.census;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.predict.Classification;
import java.util.Arrays;
import java.util.List;

/** Two threads of a service that ask for everybody at once. */
final class Crowd {

    private static final int THREADS = 2;

    private final Deployment<Person, Classification> live;

    Crowd(Deployment<Person, Classification> live) {
        this.live = live;
    }

    /**
     * Asks for each person once.
     *
     * @return the numbers of the answers, in the order of the people
     */
    long[] ask(List<Person> people) {
        long[] ids = new long[people.size()];
        Thread[] threads = new Thread[THREADS];
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            threads[thread] = new Thread(
                    () -> {
                        for (int person = first; person < people.size(); person += THREADS) {
                            Served<Classification> answer = live.predict(people.get(person));
                            ids[person] = answer.id();
                        }
                    },
                    "service-" + thread);
            threads[thread].start();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        if (Arrays.stream(ids).anyMatch(id -> id == 0)) {
            throw new IllegalStateException("Somebody got no answer.");
        }
        return ids;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service was asked.", e);
        }
    }
}
