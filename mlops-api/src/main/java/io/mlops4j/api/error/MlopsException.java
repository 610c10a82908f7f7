package io.mlops4j.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The root of all errors that this library throws on purpose. */
public class MlopsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An error without a cause.
     *
     * @param message what, where, expected and what to do
     */
    public MlopsException(String message) {
        super(message);
    }

    /**
     * An error that something else caused.
     *
     * @param message what, where, expected and what to do
     * @param cause what went wrong below, or null
     */
    public MlopsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
