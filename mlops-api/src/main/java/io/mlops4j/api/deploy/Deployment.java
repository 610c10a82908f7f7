package io.mlops4j.api.deploy;

import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.AliasMove;

/**
 * A model that is live in this process and follows the registry. Safe for use by many threads; predicting takes no lock and
 * never waits for registry, monitor or sinks.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public interface Deployment<I, Y extends Prediction> extends AutoCloseable {

    /**
     * What is deployed.
     *
     * @return the name of the model
     */
    String model();

    /**
     * Answers one row; chance decides about its route.
     *
     * @param row the row
     * @return the answer, and where it comes from
     * @throws io.mlops4j.api.error.InvalidDataException if the row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if nobody on the ladder could answer it
     */
    Served<Y> predict(I row);

    /**
     * Answers one row; its key decides about its route if the rollout is sticky. The key is not a feature.
     *
     * @param row the row
     * @param key such as the number of a customer
     * @return the answer, and where it comes from
     * @throws io.mlops4j.api.error.InvalidDataException if the row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if nobody on the ladder could answer it
     */
    Served<Y> predict(I row, String key);

    /**
     * Tells the truth about an answer, at any time, in any order, as often as it comes.
     *
     * @param id the number of the answer
     * @param truth the class that it should have been
     * @return what became of it
     * @throws IllegalArgumentException if the model knows no such class, or gives numbers
     */
    Feedback feedback(long id, String truth);

    /**
     * Tells the truth about an answer, at any time, in any order, as often as it comes.
     *
     * @param id the number of the answer
     * @param truth the number that it should have been; finite
     * @return what became of it
     * @throws IllegalArgumentException if the model gives classes, or the number is not finite
     */
    Feedback feedback(long id, double truth);

    /**
     * What is live here, since when, and why.
     *
     * @return the state at this moment
     */
    DeploymentStatus status();

    /**
     * Looks now whether the registry names other versions, and whether the rollout goes on or ends: the path that the
     * schedule takes too. Never throws because of registry or model: what is live stays, and the status says why.
     */
    void refresh();

    /**
     * Begins to roll out another version, here and in the registry: what a service does with a model that it has trained anew.
     * A canary that is under way is replaced; with its own version and another share it goes on with that one. If the version
     * cannot be loaded here, what is live stays, and the status says why.
     *
     * @param version the number of the version
     * @param how all at once, or as a canary, which also says how later challengers are tried
     * @throws io.mlops4j.api.error.ConflictException if the version was rejected, or somebody moved an alias meanwhile
     * @throws io.mlops4j.api.error.NotFoundException if there is no such version
     */
    void rollOut(int version, Rollout how);

    /**
     * Makes the challenger the champion, here and in the registry.
     *
     * @param reason why
     * @return the move of the alias
     * @throws io.mlops4j.api.error.ConflictException if there is no challenger, or somebody moved the alias meanwhile
     */
    AliasMove promote(String reason);

    /**
     * Ends a challenger if there is one; otherwise gives the champion's place back to the version before. Here and in the
     * registry.
     *
     * @param reason why
     * @return the move of the alias
     * @throws io.mlops4j.api.error.NotFoundException if there is no version to go back to
     * @throws io.mlops4j.api.error.ConflictException if somebody moved the alias meanwhile
     */
    AliasMove rollback(String reason);

    /** Stops following, and lets go of the models after their last call. Calls after it fail; closing twice is harmless. */
    @Override
    void close();
}
