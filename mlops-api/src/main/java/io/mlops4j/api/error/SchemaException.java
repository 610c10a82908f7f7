package io.mlops4j.api.error;

import java.io.Serial;
import java.util.List;

/** Columns are not as something needs them to be: the declaration has to change, no data were read. */
public final class SchemaException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings
    private final List<String> differences;

    /**
     * One thing is wrong.
     *
     * @param message what, where, expected and what to do
     */
    public SchemaException(String message) {
        super(message);
        this.differences = List.of(message);
    }

    /**
     * Several things are wrong, all of them listed.
     *
     * @param message what was compared, without the list
     * @param differences every difference, one sentence each; at least one
     */
    public SchemaException(String message, List<String> differences) {
        super(message + "\n  - " + String.join("\n  - ", differences));
        this.differences = List.copyOf(differences);
    }

    /**
     * Every difference that was found.
     *
     * @return one sentence each, never empty
     */
    public List<String> differences() {
        return differences;
    }
}
