package io.mlops4j.api.error;

import java.io.Serial;

/** Somebody else was faster, or the state forbids it. Look again, and decide anew. */
public final class ConflictException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String present;

    /**
     * A conflict.
     *
     * @param message what was wanted, what is there, and what to do
     * @param present the present state, such as the version that holds an alias
     */
    public ConflictException(String message, String present) {
        super(message);
        this.present = present;
    }

    /**
     * What is there now.
     *
     * @return for example {@code v3}, or {@code none}
     */
    public String present() {
        return present;
    }
}
