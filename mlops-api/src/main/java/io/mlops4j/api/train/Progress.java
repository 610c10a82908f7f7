package io.mlops4j.api.train;

/** Takes word of how far a long task is, and says when it shall stop. */
@FunctionalInterface
public interface Progress {

    /** Takes no interest. */
    Progress NONE = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done how many units of work are done
     * @param total how many there are in all
     * @throws java.util.concurrent.CancellationException if the task shall stop
     */
    void report(long done, long total);
}
