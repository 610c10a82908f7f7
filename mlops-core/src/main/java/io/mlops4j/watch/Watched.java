package io.mlops4j.watch;

/** A deployment, as somebody who watches it sees it. Safe for use by many threads. */
public interface Watched {

    /**
     * What is deployed.
     *
     * @return the name of the model
     */
    String model();

    /**
     * The version that most rows go to.
     *
     * @return the version at this moment
     */
    WatchedVersion champion();

    /**
     * A mark of this moment among the numbers of answers: whatever was numbered before is at most this, whatever will be is
     * more. Never falls, even if the clock does.
     *
     * @return the largest number given so far, 0 before the first
     */
    long latestId();

    /**
     * Tells of outcomes from now on.
     *
     * @param listener is told
     * @return ends it; ending twice is harmless
     */
    Listening listen(OutcomeListener listener);

    /**
     * Takes a version back, if it is still the champion: whoever watched it cannot know what happened meanwhile, and must not
     * hit another.
     *
     * @param version the version that was found wanting
     * @param reason why
     * @throws io.mlops4j.api.error.ConflictException if another version is the champion by now
     * @throws io.mlops4j.api.error.NotFoundException if there is no version to go back to
     */
    void rollback(int version, String reason);

    /** That somebody is told of outcomes. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
