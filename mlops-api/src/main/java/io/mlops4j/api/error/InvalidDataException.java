package io.mlops4j.api.error;

import java.io.Serial;
import java.util.List;

/** Data are not as they were declared to be: mend the data, or declare them differently. */
public final class InvalidDataException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings
    private final List<String> problems;

    /**
     * One thing is wrong.
     *
     * @param message what, where (file, line, column), expected and what to do
     */
    public InvalidDataException(String message) {
        super(message);
        this.problems = List.of(message);
    }

    /**
     * One thing is wrong, and something else found it.
     *
     * @param message what, where (file, line, column), expected and what to do
     * @param cause what found it
     */
    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of(message);
    }

    /**
     * Several things are wrong, all of them listed.
     *
     * @param message what was looked at, without the list
     * @param problems every problem, one sentence each; at least one
     */
    public InvalidDataException(String message, List<String> problems) {
        super(message + "\n  - " + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Every problem that was found, or a sample of them where the message says so.
     *
     * @return one sentence each, never empty
     */
    public List<String> problems() {
        return problems;
    }
}
