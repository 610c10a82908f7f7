package io.mlops4j.predict;

import java.io.Serial;

/** The model was released before the call came to it. Whoever knows a newer one asks that. */
public final class ModelClosedException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    ModelClosedException(String message) {
        super(message);
    }
}
