package io.mlops4j.api.error;

import java.io.Serial;

/** There is no such model, version or alias. The message says which there are. */
public final class NotFoundException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Something is not there.
     *
     * @param message what was asked for, where, and what there is
     */
    public NotFoundException(String message) {
        super(message);
    }
}
