package io.mlops4j.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A model could not answer a row that is as it should be; of a deployment, nothing below it on the ladder could either. */
public final class PredictionFailedException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message which model, and what happened
     * @param cause what it threw, or null
     */
    public PredictionFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
