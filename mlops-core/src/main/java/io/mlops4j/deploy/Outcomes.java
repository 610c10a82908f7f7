package io.mlops4j.deploy;

import io.mlops4j.api.monitor.Quality;
import io.mlops4j.watch.OutcomeListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How good the answers of each version were, as far as is known: what a canary is judged by. */
final class Outcomes implements OutcomeListener {

    private record Sum(long known, double errors) {

        Sum plus(double error, double previousError) {
            return Double.isNaN(previousError)
                    ? new Sum(known + 1, errors + error)
                    : new Sum(known, errors + error - previousError);
        }
    }

    private static final Sum NONE = new Sum(0, 0);

    private final Map<Integer, Sum> sums = new ConcurrentHashMap<>();

    @Override
    public void outcome(long id, int version, double error, double previousError) {
        sums.merge(version, NONE.plus(error, previousError), (sum, first) -> sum.plus(error, previousError));
    }

    /**
     * The quality of a version.
     *
     * @param answers how many answers it gave
     * @param classification whether it is the share of right answers, otherwise the mean error
     */
    Quality of(int version, long answers, boolean classification) {
        Sum sum = sums.getOrDefault(version, NONE);
        double error = sum.known() == 0 ? Double.NaN : sum.errors() / sum.known();
        return new Quality(answers, sum.known(), classification ? 1 - error : error);
    }

    /** Begins anew with a version. */
    void forget(int version) {
        sums.remove(version);
    }
}
