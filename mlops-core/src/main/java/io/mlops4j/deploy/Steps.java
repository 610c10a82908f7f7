package io.mlops4j.deploy;

import io.mlops4j.api.deploy.SwapReceipt.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What is done to load a version, one step after the other, each timed; several of one name count as one. */
final class Steps {

    private final LongSupplier ticker;
    private final List<Check> passed = new ArrayList<>();

    Steps(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** A step that failed. */
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String step;
        private final RuntimeException reason;

        FailedException(String step, RuntimeException reason) {
            super(reason);
            this.step = step;
            this.reason = reason;
        }

        String step() {
            return step;
        }

        RuntimeException reason() {
            return reason;
        }
    }

    List<Check> passed() {
        return List.copyOf(passed);
    }

    <T> T take(String name, Supplier<T> step) throws FailedException {
        long start = ticker.getAsLong();
        T result;
        try {
            result = step.get();
        } catch (RuntimeException e) {
            throw new FailedException(name, e);
        } catch (StackOverflowError | LinkageError e) {
            throw new FailedException(name, new IllegalStateException(e));
        }
        Duration took = Duration.ofNanos(ticker.getAsLong() - start);
        int last = passed.size() - 1;
        if (last >= 0 && passed.get(last).name().equals(name)) {
            took = took.plus(passed.remove(last).took());
        }
        passed.add(new Check(name, took));
        return result;
    }
}
