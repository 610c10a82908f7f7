package io.mlops4j.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A disk or a database did not do what was asked of it: mend it and try again. */
public final class StorageException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An error without a cause.
     *
     * @param message what, where, expected and what to do
     */
    public StorageException(String message) {
        super(message);
    }

    /**
     * An error that something else caused.
     *
     * @param message what, where, expected and what to do
     * @param cause what went wrong below, or null
     */
    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
