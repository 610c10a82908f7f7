package io.mlops4j.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A stored artifact is not what it was when it was written, or was never one: do not use it, restore a good copy. */
public final class CorruptArtifactException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An error without a cause.
     *
     * @param message what, where, expected and what to do
     */
    public CorruptArtifactException(String message) {
        super(message);
    }

    /**
     * An error that something else caused.
     *
     * @param message what, where, expected and what to do
     * @param cause what went wrong below, or null
     */
    public CorruptArtifactException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
