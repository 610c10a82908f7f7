package io.mlops4j.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The artifact or model is sound, but this library, as it is set up here, cannot serve it: upgrade, or add what the message names. */
public final class UnsupportedModelException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An error without a cause.
     *
     * @param message what, where, expected and what to do
     */
    public UnsupportedModelException(String message) {
        super(message);
    }

    /**
     * An error that something else caused.
     *
     * @param message what, where, expected and what to do
     * @param cause what went wrong below, or null
     */
    public UnsupportedModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
